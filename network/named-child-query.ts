/** One question that reaches every agency: the stories of the named children are told over its fields. */
export const namedChildQuery = `query NamedChild($id: NetworkId!) {
  child(id: $id) {
    id
    name
    inProtection
    protection { status riskLevel planOfService { goals } referrals { concern reporter { kind } } }
    inMentalHealthService
    mentalHealth {
      inService
      conditions { display }
      riskAssessments { level }
      safetyPlan { copingSteps }
      sessionNotes { text }
    }
    education { grade attendanceEvents { on kind } }
    incidents { violation }
  }
}`;
