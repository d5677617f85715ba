import { mount } from 'svelte';
import '../style/base.css';
import Nudge from './Nudge.svelte';

const target = document.getElementById('app');
if (target) mount(Nudge, { target });
