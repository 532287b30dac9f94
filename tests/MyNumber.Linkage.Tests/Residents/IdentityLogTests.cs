using MyNumber.Linkage.Residents;
using MyNumber.Linkage.Tests.Agencies;
using MyNumber.Linkage.Tests.Core;

namespace MyNumber.Linkage.Tests.Residents;

/// <summary>Batches, and the notes that are taken of every question.</summary>
public sealed class IdentityLogTests
{
    private static readonly IdentityQuestion[] Three = [IdentityQuestion.By(People.Number(1)), IdentityQuestion.By(People.Number(9)), IdentityQuestion.By(People.Attributes(2))];

    [Fact]
    public async Task Batch_is_answered_in_order_and_noted_one_by_one()
    {
        Desk desk = WithTwo(new Desk());
        IReadOnlyList<IdentityAnswer> answers = await ProvideAsync(desk, Three);
        answers.Select(answer => answer.Outcome).ShouldBe([IdentityOutcome.Provided, IdentityOutcome.NotFound, IdentityOutcome.Provided]);
        answers[2].Number.ShouldBe(People.Number(2));
        desk.Log.Entries.Select(entry => (entry.Agency, entry.Affair, entry.At, entry.Outcome, entry.Operator.ToString(), entry.Person != Guid.Empty)).ShouldBe(
        [
            (Bodies.PensionOffice, Desk.Pensions, Bodies.Now, IdentityOutcome.Provided, "clerk-7", true),
            (Bodies.PensionOffice, Desk.Pensions, Bodies.Now, IdentityOutcome.NotFound, "clerk-7", false),
            (Bodies.PensionOffice, Desk.Pensions, Bodies.Now, IdentityOutcome.Provided, "clerk-7", true),
        ]);
    }

    [Fact]
    public async Task No_text_shows_an_attribute_or_a_number()
    {
        Desk desk = WithTwo(new Desk());
        IReadOnlyList<IdentityAnswer> answers = await ProvideAsync(desk, Three);
        string text = string.Join('\n', [.. desk.Log.Entries, .. answers, .. Three, Desk.Resident(1), new IdentityRequest { Affair = Desk.Pensions, Items = Desk.Plain, Questions = Three }]);
        string[] secrets = [People.Number(1).Reveal(), People.Number(9).Reveal(), People.Code(1).Reveal(), "試験", "架空", "1980", desk.Log.Entries[0].Person.ToString()];
        secrets.ShouldAllBe(secret => !text.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_given_when_it_cannot_be_noted()
    {
        Desk desk = WithTwo(new Desk(new FullLog()));
        await Should.ThrowAsync<IOException>(() => ProvideAsync(desk, Three));
    }

    [Fact]
    public async Task Impossible_requests_are_refused_and_not_noted()
    {
        Desk desk = WithTwo(new Desk());
        IdentityQuestion[] many = [.. Enumerable.Repeat(Three[0], IdentityRequest.MostQuestions + 1)];
        await Should.ThrowAsync<ArgumentException>(() => ProvideAsync(desk, []));
        await Should.ThrowAsync<ArgumentException>(() => ProvideAsync(desk, many));
        await Should.ThrowAsync<ArgumentException>(() => ProvideAsync(desk, Three, IdentityItems.None));
        await Should.ThrowAsync<ArgumentException>(() => ProvideAsync(desk, Three, (IdentityItems)16));
        await Should.ThrowAsync<ArgumentNullException>(() => ProvideAsync(desk, [null!]));
        await Should.ThrowAsync<ArgumentNullException>(() => ProvideAsync(desk, null!));
        Should.Throw<ArgumentException>(() => IdentityQuestion.By(default(Numbering.IndividualNumber)));
        Should.Throw<ArgumentNullException>(() => IdentityQuestion.By((Numbering.People.FourAttributes)null!));
        desk.Log.Entries.ShouldBeEmpty();
    }

    [Fact]
    public void Network_takes_no_old_version_and_no_number_of_another()
    {
        Desk desk = WithTwo(new Desk());
        desk.Network.TryPut(Desk.Resident(1)).ShouldBeFalse();
        desk.Network.TryPut(Desk.Resident(1, version: 1, number: People.Number(2))).ShouldBeFalse();
        desk.Network.TryPut(Desk.Resident(1, version: 1)).ShouldBeTrue();
        Should.Throw<ArgumentException>(() => new Resident(Desk.Resident(1).Record, IdentityChange.Unspecified, default));
    }

    private static Desk WithTwo(Desk desk)
    {
        desk.Network.TryPut(Desk.Resident(1));
        desk.Network.TryPut(Desk.Resident(2));
        return desk;
    }

    private static async Task<IReadOnlyList<IdentityAnswer>> ProvideAsync(Desk desk, IReadOnlyList<IdentityQuestion> questions, IdentityItems items = Desk.Plain) =>
        await desk.Door.ProvideAsync(Desk.Worker(Bodies.PensionOffice, Desk.Pensions), new IdentityRequest { Affair = Desk.Pensions, Items = items, Questions = questions });

    private sealed class FullLog : IIdentityLog
    {
        public ValueTask AppendAsync(IReadOnlyList<IdentityEntry> entries, CancellationToken cancellationToken = default) => throw new IOException("full");

        public ValueTask<IReadOnlyList<NotedIdentity>> ReadAsync(Guid? person, IdentityPlace? after, int most, CancellationToken cancellationToken = default) =>
            throw new IOException("full");
    }
}
