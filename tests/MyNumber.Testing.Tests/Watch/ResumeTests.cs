using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Services.Surveys;
using StatusWatch;

namespace MyNumber.Testing.Tests.Watch;

/// <summary>A round of the sample that is stopped and goes on from its line of checkpoint.</summary>
public sealed class ResumeTests
{
    private const int Count = 120;
    private static readonly NightPlan _calm = new(0, int.MaxValue, 1, 0);

    [Theory]
    [InlineData("before the first row", 0)]
    [InlineData("behind the first row", 1)]
    [InlineData("in the middle", 61)]
    [InlineData("before the last row", Count - 1)]
    [InlineData("behind the last row", Count)]
    public async Task Stopped_round_goes_on_and_asks_about_everybody_once(string description, int stopAfter)
    {
        IReadOnlyList<Customer> customers = Population.Invent(Count, 8);
        using World world = await World.PrepareAsync(customers);
        await using NightWatch watch = await NightWatch.BeginAsync(world, _calm);
        await watch.FetchListsAsync();

        string? token = await watch.RunAsync(world.Bank.Book.Read(stopAfter));
        watch.Tally.Count.ShouldBe(stopAfter, description);
        int asked = watch.Log.Questions;
        token = await watch.RunAsync(world.Bank.Book.Read(), token);

        asked.ShouldBe(customers.Take(stopAfter).Count(IsAsked));
        watch.Log.Questions.ShouldBe(customers.Count(IsAsked));
        watch.Log.Needless.ShouldBe(0);
        watch.Tally.Count.ShouldBe(Count);
        SurveyCheckpoint.TryParse(token, out SurveyCheckpoint? end).ShouldBeTrue();
        end!.Summary.Rows.ShouldBe(Count);
        end.LastKey.ShouldBe(customers[^1].Account);
    }

    [Fact]
    public async Task Round_that_lost_its_checkpoint_begins_again_and_acts_on_nothing_twice()
    {
        IReadOnlyList<Customer> customers = Population.Invent(Count, 9);
        using World world = await World.PrepareAsync(customers);
        await using NightWatch watch = await NightWatch.BeginAsync(world, _calm);
        await watch.FetchListsAsync();
        await watch.RunAsync(world.Bank.Book.Read());
        int ended = watch.Desk.EndedLinks;

        await watch.RunAsync(world.Bank.Book.Read(), "not a checkpoint");

        watch.Desk.EndedLinks.ShouldBe(ended);
        watch.Log.Needless.ShouldBe(customers.Count(IsAsked));
        watch.Tally.Count.ShouldBe(Count);
    }

    [Theory]
    [InlineData("somebody to whom nothing happened", nameof(Fate.Stays), true, true)]
    [InlineData("a renewal: the link goes to the new certificate", nameof(Fate.Renews), true, false)]
    [InlineData("a move: until the new one is shown the old link stands", nameof(Fate.Moves), true, true)]
    [InlineData("a hold ends no link", nameof(Fate.LosesCard), true, true)]
    [InlineData("a death ends it", nameof(Fate.Dies), false, false)]
    [InlineData("a leaked key ends it", nameof(Fate.LeaksKey), false, false)]
    [InlineData("a certificate that ran out keeps it", nameof(Fate.Expires), true, true)]
    public async Task Desk_leaves_links_as_the_row_asks(string description, string fate, bool isLinked, bool isTheOldOne)
    {
        IReadOnlyList<Customer> customers = Population.Invent(100, 10);
        using World world = await World.PrepareAsync(customers);
        string account = customers.First(customer => customer.Fate.ToString() == fate).Account;
        CertificateIdentity? before = await world.Bank.LinkStore.FindCertificateAsync(account, CertificatePurpose.Signature);
        await using NightWatch watch = await NightWatch.BeginAsync(world, _calm);
        await watch.FetchListsAsync();
        await watch.RunAsync(world.Bank.Book.Read());

        CertificateIdentity? now = await world.Bank.LinkStore.FindCertificateAsync(account, CertificatePurpose.Signature);

        before.ShouldNotBeNull();
        now.HasValue.ShouldBe(isLinked, description);
        (now == before).ShouldBe(isTheOldOne, description);
    }

    private static bool IsAsked(Customer customer) => customer.Fate is not (Fate.Expires or Fate.CopyIsDamaged);
}
