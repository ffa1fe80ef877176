/**
 * Words that the commonest passwords of published lists are made of, and those that come to mind on this
 * platform; in small letters. A password that is little more than one of them is tried first by everybody.
 */
export const COMMON_PASSWORDS: readonly string[] = [
  'demonstration-only',
  // prettier-ignore
  ...('password passw0rd p@ssword p@ssw0rd passwort motdepasse contrasena senha parola azerty qwerty qwertz asdfgh zxcvbn ' +
    '1q2w3e 1qaz2wsx q1w2e3 123456 654321 123123 111111 000000 abc123 abcd1234 iloveyou jetaime letmein welcome bienvenue ' +
    'changeme changeit default secret admin administrator administrateur administrador root superuser guest login ' +
    'sunshine princess dragon monkey football baseball superman batman starwars pokemon master shadow michael jordan ' +
    'soleil chouchou doudou loulou nicolas camille bonjour coucou marseille whatever trustno1 ' +
    'correcthorsebatterystaple customs douane douanes wcoomd pmmplatform performance').split(' '),
]
