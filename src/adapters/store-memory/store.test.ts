import { storeContract } from '../../testing/store-contract.ts';
import { memoryStore } from './store.ts';

storeContract('memory', async () => {
  const store = memoryStore();
  return { open: async () => ({ ...store, close: async () => undefined }), remove: async () => undefined };
});
