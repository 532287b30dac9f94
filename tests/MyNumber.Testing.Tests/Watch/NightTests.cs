using MyNumber.Jpki;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Services;
using StatusWatch;

namespace MyNumber.Testing.Tests.Watch;

/// <summary>Nights of the sample, in this process, against what the generator dealt. The table below is this test's own.</summary>
public sealed class NightTests
{
    private static readonly Dictionary<Fate, (CertificateState, VerificationReason, RevocationReason?, StatusAdvice, BankAct)> _table = new()
    {
        [Fate.Stays] = (CertificateState.Good, VerificationReason.None, null, StatusAdvice.Continue, BankAct.Continue),
        [Fate.Moves] = (CertificateState.Revoked, VerificationReason.Revoked, RevocationReason.AffiliationChanged, StatusAdvice.UpdateAttributes, BankAct.AskForNewCertificate),
        [Fate.Renews] = (CertificateState.Revoked, VerificationReason.Revoked, RevocationReason.Superseded, StatusAdvice.FollowRenewal, BankAct.AskForNewCertificate),
        [Fate.LosesCard] = (CertificateState.Held, VerificationReason.Held, RevocationReason.CertificateHold, StatusAdvice.RefuseWhileHeld, BankAct.Stop),
        [Fate.Dies] = (CertificateState.Revoked, VerificationReason.Revoked, RevocationReason.CessationOfOperation, StatusAdvice.ContactHolder, BankAct.Stop),
        [Fate.ReturnsCard] = (CertificateState.Revoked, VerificationReason.Revoked, RevocationReason.CessationOfOperation, StatusAdvice.ContactHolder, BankAct.Stop),
        [Fate.LeaksKey] = (CertificateState.Revoked, VerificationReason.Revoked, RevocationReason.KeyCompromise, StatusAdvice.SuspectKey, BankAct.Stop),
        [Fate.Expires] = (CertificateState.Expired, VerificationReason.Expired, null, StatusAdvice.AskForNewCertificate, BankAct.AskForNewCertificate),
        [Fate.CopyIsDamaged] = (CertificateState.NotAccepted, VerificationReason.IssuerSignatureInvalid, null, StatusAdvice.Investigate, BankAct.Stop),
    };

    [Theory]
    [InlineData("the fewest", 100, 1)]
    [InlineData("some hundreds", 400, 7)]
    [InlineData("another seed", 250, 20261001)]
    public async Task Every_count_is_what_was_dealt(string description, int count, int seed)
    {
        IReadOnlyList<Customer> customers = Population.Invent(count, seed);
        NightReport report = await TellAsync(customers, NightPlan.Tale(customers));

        Counts(report).ShouldBe(Dealt(customers), ignoreOrder: true, description);
        report.OtherThanTruth.ShouldBe(0);
        report.NeedlessQuestions.ShouldBe(0);
        report.AnsweredByList.ShouldBe(customers.Count(customer => IsAsked(customer) && !customer.District.ListIsLate));
        report.AnsweredByResponder.ShouldBe(customers.Count(customer => IsAsked(customer) && customer.District.ListIsLate));
        report.DecidedAtDesk.ShouldBe(customers.Count(customer => !IsAsked(customer)));
        report.FollowedLinks.ShouldBe(2 * customers.Count(customer => customer.Fate == Fate.Renews));
        report.EndedLinks.ShouldBe(2 * customers.Count(customer => customer.Fate is Fate.Dies or Fate.ReturnsCard or Fate.LeaksKey));
    }

    [Fact]
    public async Task Outage_leaves_rows_undetermined_until_the_responder_is_back()
    {
        IReadOnlyList<Customer> customers = Population.Invent(300, 3);
        int asked = customers.Count(AsksResponder);
        NightReport report = await TellAsync(customers, new NightPlan(StopAfter: 50, OutageAt: 11, RecoveryRound: 3, MostRounds: 5));

        report.UndeterminedByRound.ShouldBe([asked - 10, asked - 10, asked - 10, 0]);
        report.Count(BankAct.Later).ShouldBe(0);
        Counts(report).ShouldBe(Dealt(customers), ignoreOrder: true);
    }

    [Fact]
    public async Task Outage_that_lasts_the_night_counts_nobody_as_good()
    {
        IReadOnlyList<Customer> customers = Population.Invent(300, 4);
        int asked = customers.Count(AsksResponder);
        NightReport report = await TellAsync(customers, new NightPlan(StopAfter: 150, OutageAt: 1, RecoveryRound: 9, MostRounds: 2));

        report.UndeterminedByRound.ShouldBe([asked, asked, asked]);
        report.Count(BankAct.Later).ShouldBe(asked);
        report.Rows.Where(row => row.Act == BankAct.Later).ShouldAllBe(row => row.State == CertificateState.Unreachable && row.Advice == StatusAdvice.AskAgainLater);
        report.Count(BankAct.Continue).ShouldBe(customers.Count(customer => !customer.District.ListIsLate && customer.Fate is Fate.Stays or Fate.LosesCardAfterMidnight));
        report.OtherThanTruth.ShouldBe(asked);
        report.IsAsExpected.ShouldBeFalse();
    }

    [Fact]
    public async Task Same_seed_tells_the_same_night()
    {
        IReadOnlyList<Customer> customers = Population.Invent(200, 5);
        NightReport one = await TellAsync(customers, NightPlan.Tale(customers)), two = await TellAsync(Population.Invent(200, 5), NightPlan.Tale(customers));

        ReportJson.Write(two with { SecondsOfPreparation = 1, SecondsOfWatch = 1 }).ShouldBe(ReportJson.Write(one with { SecondsOfPreparation = 1, SecondsOfWatch = 1 }));
    }

    [Fact]
    public void Ten_thousand_customers_are_dealt_these_fates()
    {
        Dictionary<Fate, int> dealt = Population.Invent(10_000, 1).CountBy(customer => customer.Fate).ToDictionary();

        dealt.ShouldBe(
            new Dictionary<Fate, int>
            {
                [Fate.Stays] = 9490,
                [Fate.Moves] = 120,
                [Fate.Renews] = 80,
                [Fate.LosesCard] = 50,
                [Fate.LosesCardAfterMidnight] = 30,
                [Fate.Dies] = 40,
                [Fate.ReturnsCard] = 20,
                [Fate.LeaksKey] = 10,
                [Fate.Expires] = 150,
                [Fate.CopyIsDamaged] = 10,
            },
            ignoreOrder: true);
    }

    private static bool IsAsked(Customer customer) => customer.Fate is not (Fate.Expires or Fate.CopyIsDamaged);

    private static bool AsksResponder(Customer customer) => IsAsked(customer) && customer.District.ListIsLate;

    private static Task<NightReport> TellAsync(IReadOnlyList<Customer> customers, NightPlan plan) =>
        new Story(new RunDisplay(isSilent: true), new Words(english: true)).TellAsync(customers, 1, plan);

    private static Dictionary<string, int> Counts(NightReport report) =>
        report.Rows.ToDictionary(row => Name((row.State, row.Reason, row.RevocationReason, row.Advice, row.Act)), row => row.Count);

    /// <summary>A card lost after midnight is on hold to the responder and good to the list of midnight.</summary>
    private static Dictionary<string, int> Dealt(IEnumerable<Customer> customers) => customers
        .CountBy(customer => Name(_table[customer.Fate != Fate.LosesCardAfterMidnight ? customer.Fate : customer.District.ListIsLate ? Fate.LosesCard : Fate.Stays]))
        .ToDictionary();

    private static string Name((CertificateState, VerificationReason, RevocationReason?, StatusAdvice, BankAct) row) => row.ToString();
}
