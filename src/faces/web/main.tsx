import './styles/main.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { Speaking } from './language.tsx';
import { armNotLoaded } from './not-loaded.ts';
import { keepForOffline } from './offline.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has a root');

armNotLoaded();
createRoot(root).render(
  <StrictMode>
    <Speaking>
      <App />
    </Speaking>
  </StrictMode>,
);
keepForOffline();
