/* global React */
const h = React.createElement;

function field(label, control) {
  return h('label', { className: 'requester-field' }, h('span', null, label), control);
}

function choice({ value, onChange }, options) {
  return h('select', { value, onChange: (event) => onChange(event.target.value) }, options);
}

function group(title, people) {
  const options = people.map(({ user, name, title: role }) =>
    h('option', { key: user, value: user }, `${name}, ${role}`),
  );
  return h('optgroup', { key: title, label: title }, options);
}

/** Development: a person of the invented network and one of that person's purposes. The issuer gives a token for each request. */
function ChoosePerson({ people, asked, onChange }) {
  const person = people.find(({ user }) => user === asked.user) ?? people[0];
  const agencies = [...new Set(people.map(({ agency }) => agency))];
  const choosePerson = (user) => {
    const [purpose] = people.find((each) => each.user === user).purposes;
    onChange({ user, purpose });
  };
  return h(
    React.Fragment,
    null,
    field(
      'Ask as',
      choice(
        { value: person.user, onChange: choosePerson },
        agencies.map((agency) =>
          group(
            agency,
            people.filter((each) => each.agency === agency),
          ),
        ),
      ),
    ),
    field(
      'Purpose',
      choice(
        { value: asked.purpose, onChange: (purpose) => onChange({ ...asked, purpose }) },
        person.purposes.map((purpose) => h('option', { key: purpose, value: purpose }, purpose)),
      ),
    ),
  );
}

/** Any other issuer: a token and one of its purposes, typed in. */
function TypeToken({ asked, onChange }) {
  const input = (name, type) =>
    h('input', {
      type,
      autoComplete: 'off',
      spellCheck: false,
      value: asked[name] ?? '',
      onChange: (event) => onChange({ ...asked, [name]: event.target.value }),
    });
  return h(
    React.Fragment,
    null,
    field('Token', input('token', 'password')),
    field('Purpose', input('purpose', 'text')),
  );
}

/** The row above the editor that says who asks, and for which purpose. Nothing chosen or typed there outlives the page. */
export function RequesterBar({ people, asked, onChange, note }) {
  return h(
    'form',
    { className: 'requester-bar', 'aria-label': 'Who asks', onSubmit: (event) => event.preventDefault() },
    h('h1', null, 'Trellis explorer'),
    people.length > 0 ? h(ChoosePerson, { people, asked, onChange }) : h(TypeToken, { asked, onChange }),
    h('p', { role: 'status' }, note),
  );
}
