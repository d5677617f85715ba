import { mount } from 'svelte';
import '../style/base.css';
import '../style/main.css';
import Main from './Main.svelte';

const target = document.getElementById('app');
if (target) mount(Main, { target });
