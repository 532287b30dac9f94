namespace StatusWatch;

/// <summary>What goes wrong in the night, and when.</summary>
/// <param name="StopAfter">The first run is stopped after so many rows.</param>
/// <param name="OutageAt">The question to the responder at which it goes away; more than there are for none.</param>
/// <param name="RecoveryRound">The round of repetition before which the responder is back; more than <paramref name="MostRounds"/> for not this night.</param>
/// <param name="MostRounds">How many times undetermined rows are tried again.</param>
internal sealed record NightPlan(int StopAfter, int OutageAt, int RecoveryRound, int MostRounds)
{
    /// <summary>The tale: a stop after two fifths, an outage behind it, a first repetition in vain, a second with the responder back.</summary>
    public static NightPlan Tale(IReadOnlyCollection<Customer> customers)
    {
        int questions = customers.Count(customer => customer.District.ListIsLate && customer.Fate is not (Fate.Expires or Fate.CopyIsDamaged));
        return new NightPlan(customers.Count * 2 / 5, (questions * 3 / 5) + 1, RecoveryRound: 2, MostRounds: 3);
    }
}
