import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';

// One page per window; the texts live in assets/, beside the ones the engine uses.
export default defineConfig({
  plugins: [svelte(), svelteTesting()],
  server: { fs: { allow: ['..'] } },
  build: {
    target: ['es2022', 'safari16'],
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { main: 'main.html', nudge: 'nudge.html' } },
  },
  test: {
    environment: 'happy-dom',
    setupFiles: ['src/test/setup.ts'],
  },
});
