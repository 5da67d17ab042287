import { labelDirectives } from '@trellis/schema';

/**
 * A graph made to be awkward: records of several children, interfaces, unions, records that two agencies write, values that another agency's
 * field feeds, filters, pages, aliases' favourite names. The agencies' names are the vocabulary's.
 */
export const sdl: Readonly<Record<string, string>> = {
  identity: `${labelDirectives}
    type Query {
      child(id: NetworkId! @open): Child @open
      children(ids: [NetworkId!]! @open): [Child!]! @open
      findChild(name: String! @label(is: ["identity.name"])): Child @open
      findChildren(name: String! @label(is: ["identity.name"])): [Child!] @open
      about: About! @open
    }
    type About { title: String! @open motto: String @open }
    type Child @key(fields: "id") @about(children: "id") {
      id: NetworkId! @open
      name: String @label(is: ["identity.name"])
      birthYear: Int @label(is: ["identity.birth-date"], level: SUMMARY)
      birthDate: String @label(is: ["identity.birth-date"])
    }`,
  'child-protection': `${labelDirectives}
    type Query {
      caseload: [Child!]! @open
      files(band: String @label(is: ["child-protection.risk"], level: SUMMARY), first: Int = 3 @page): [Visit!] @label(is: ["child-protection.status"])
      events: [Event!] @label(is: ["child-protection.involvement"])
    }
    type Child @key(fields: "id") @about(children: "id") {
      id: NetworkId! @open
      protection: File @label(is: ["child-protection.involvement"])
      siblings(first: Int @page, offset: Int @page): [Child!] @label(is: ["child-protection.siblings"])
      timeline: [Entry!] @label(is: ["child-protection.status"])
      referrals: [Referral!] @open
    }
    type File {
      status: String @label(is: ["child-protection.status"])
      risk: Int @label(is: ["child-protection.risk"])
      band: String @label(is: ["child-protection.risk"], level: SUMMARY)
      worker: Worker @open
      placements(first: Int = 2 @page): [Placement!] @label(is: ["child-protection.placement"])
      reporter: String @label(is: ["child-protection.reporter"])
    }
    type Worker { name: String! @open phone(kind: String = "any" @label(is: ["child-protection.plan"])): String @label(is: ["child-protection.worker-contact"]) }
    type Placement { kind: String! @open address: String @label(is: ["child-protection.placement-address"]) }
    interface Event { id: NetworkId! on: String }
    type Visit implements Event @key(fields: "id") @label(is: ["child-protection.status"]) @about(children: "child { id }") {
      id: NetworkId! @open
      child: Child @open
      on: String @label(is: ["child-protection.plan"])
      score: Int @label(is: ["child-protection.hazards"])
    }
    type Note implements Event @key(fields: "id") @about(children: "subjects { id }", categories: "kinds") {
      id: NetworkId! @open
      subjects: [Child!] @open
      kinds: [Category!] @open
      on: String @label(is: ["child-protection.status"])
      score: String @label(is: ["child-protection.eligibility"])
      concern: String @label(is: ["child-protection.risk"], level: SUMMARY)
    }
    union Entry = Visit | Note
    type Referral @key(fields: "id") @label(is: ["child-protection.reporter"]) @about(children: "child { id }") {
      id: NetworkId! @open
      child: Child @open
      source: String @label(is: ["child-protection.referral"])
    }`,
  'mental-health': `${labelDirectives}
    type Child @key(fields: "id") @about(children: "id") {
      id: NetworkId! @open
      care: Care @label(is: ["mental-health.involvement"])
    }
    type Care {
      inService: Boolean @open
      conditions(text: String @label(is: ["mental-health.session-notes"])): [Condition!] @label(is: ["mental-health.condition"])
      owner: Child @label(is: ["mental-health.provider-contact"])
    }
    type Condition @key(fields: "id") @about(children: "child { id }", categories: "kinds") {
      id: NetworkId! @open
      child: Child @open
      kinds: [Category!] @open
      code: String @label(is: ["mental-health.condition"])
      note: String @label(is: ["mental-health.session-notes"])
    }
    type Incident @key(fields: "id") @label(is: ["police.incident"]) @about(children: "involved { id }", categories: "kinds") {
      id: NetworkId! @open
      involved: [Child!] @open @shareable
      kinds: [Category!] @open @shareable
      trauma: String @label(is: ["mental-health.risk"])
    }`,
  education: `${labelDirectives}
    type Query { schools: [School!] @open rolls: [Roll!] @open }
    type School @key(fields: "id") {
      id: NetworkId! @open
      title: String @open
      principal: String @label(is: ["education.collection"])
    }
    type Roll @key(fields: "id") { id: NetworkId! @open pupils: [Child!] @label(is: ["education.attendance"]) }
    type Child @key(fields: "id") @about(children: "id") {
      id: NetworkId! @open
      birthYear: Int @external @label(is: ["identity.birth-date"], level: SUMMARY)
      school(upper: Boolean = false @open): String @label(is: ["education.enrolment"])
      grade: Int @requires(fields: "birthYear") @label(is: ["identity.birth-date"], level: SUMMARY) @label(is: ["education.enrolment"])
        @flow(from: "identity", is: ["identity.birth-date"], level: SUMMARY)
      teacher: Child @label(is: ["education.enrolment"])
      attends: School @label(is: ["education.enrolment"])
      roll: Roll @label(is: ["education.enrolment"])
    }`,
  police: `${labelDirectives}
    type Query {
      incidents(first: Int = 4 @page, offset: Int @page): [Incident!] @label(is: ["police.incident"])
      incident(id: NetworkId! @open): Incident @open
    }
    type Child @key(fields: "id") @about(children: "id") {
      id: NetworkId! @open
      incidents(where: IncidentFilter @label(is: ["police.incident"]), first: Int = 4 @page): [Incident!] @label(is: ["police.incident"])
    }
    input IncidentFilter { narrative: String @label(is: ["police.narrative"]) open: Boolean @label(is: ["police.incident"]) }
    type Incident @key(fields: "id") @label(is: ["police.incident"]) @about(children: "involved { id }", categories: "kinds") {
      id: NetworkId! @open
      involved: [Child!] @open @shareable
      kinds: [Category!] @open @shareable
      narrative: String @label(is: ["police.narrative"])
      people: [Person!] @label(is: ["police.witness"])
    }
    type Person { role: String! @open child: Child @label(is: ["police.involvement"]) }
    type School @key(fields: "id") {
      id: NetworkId! @open
      officer: String @label(is: ["police.officer-contact"])
      street: String @open
    }
    type Roll @key(fields: "id") { id: NetworkId! @open reports: [Incident!] @label(is: ["police.involvement"]) }`,
};
