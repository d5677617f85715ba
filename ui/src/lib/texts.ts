// The pages' texts, from the Fluent files the shell reads too.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import en from '../../../assets/i18n/en/desktop.ftl?raw';
import fr from '../../../assets/i18n/fr/desktop.ftl?raw';
import nl from '../../../assets/i18n/nl/desktop.ftl?raw';

const sources = { nl, fr, en };
export type Lang = keyof typeof sources;
export const languages: readonly { id: Lang; name: string }[] = [
  { id: 'nl', name: 'Nederlands' },
  { id: 'fr', name: 'Français' },
  { id: 'en', name: 'English' },
];

/** The text with this id, arguments filled in; the id itself when there is none. */
export type Say = (id: string, args?: Record<string, FluentVariable>) => string;

export function asLang(lang: string): Lang {
  return lang in sources ? (lang as Lang) : 'nl';
}

const bundles = new Map<Lang, FluentBundle>();

function bundle(lang: Lang): FluentBundle {
  let found = bundles.get(lang);
  if (!found) {
    found = new FluentBundle(lang, { useIsolating: false });
    found.addResource(new FluentResource(sources[lang]));
    bundles.set(lang, found);
  }
  return found;
}

export function speak(lang: string): Say {
  const texts = bundle(asLang(lang));
  return (id, args) => {
    const value = texts.getMessage(id)?.value;
    return value ? texts.formatPattern(value, args ?? null) : id;
  };
}
