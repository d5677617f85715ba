// The pages' texts, from the Fluent files the shell reads too.
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import enCategories from '../../../assets/i18n/en/categories.ftl?raw';
import enLvs from '../../../assets/i18n/en/desktop-lvs.ftl?raw';
import en from '../../../assets/i18n/en/desktop.ftl?raw';
import frCategories from '../../../assets/i18n/fr/categories.ftl?raw';
import frLvs from '../../../assets/i18n/fr/desktop-lvs.ftl?raw';
import fr from '../../../assets/i18n/fr/desktop.ftl?raw';
import nlCategories from '../../../assets/i18n/nl/categories.ftl?raw';
import nlLvs from '../../../assets/i18n/nl/desktop-lvs.ftl?raw';
import nl from '../../../assets/i18n/nl/desktop.ftl?raw';

const sources = { nl: [nl, nlLvs, nlCategories], fr: [fr, frLvs, frCategories], en: [en, enLvs, enCategories] };
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

/** In French a line never ends before a mark, nor after «; as crates/mailwijs-i18n/src/typography.rs does it. */
const typeset = (lang: Lang, text: string) => 
  lang === 'fr' ? text.replace(/ ([:;?!»])/g, '\u00a0$1').replace(/« /g, '«\u00a0') : text;

const bundles = new Map<Lang, FluentBundle>();

function bundle(lang: Lang): FluentBundle {
  let found = bundles.get(lang);
  if (!found) {
    found = new FluentBundle(lang, { useIsolating: false });
    for (const source of sources[lang]) found.addResource(new FluentResource(typeset(lang, source)));
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
