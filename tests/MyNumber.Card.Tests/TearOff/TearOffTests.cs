using MyNumber.Card.Applications.FreeArea;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Applications.WholeCard;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Faults;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Card.Sessions;
using MyNumber.CardContract;
using MyNumber.CardContract.Operations;

namespace MyNumber.Card.Tests.TearOff;

/// <summary>
/// The card is taken out at each command of each public operation, before the command reaches it and after it was carried out: one documented error each time,
/// no try spent beyond the one that was sent, no PIN left in a buffer, and the next session works.
/// </summary>
public sealed class TearOffTests
{
    private static readonly int[] _fullTries = [3, 5, 3, 10, 10, 10, 10, 10, 3, 3];

    public static TheoryData<string> Operations => [.. CardOperations.All.Select(operation => operation.ToString())];

    [Fact]
    public void Every_public_operation_is_torn_off() =>
        CardOperations.All.Select(operation => operation.Member).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(PublicOperations.All().Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Card_taken_out_at_any_command_is_one_error_and_the_next_session_works(string operation)
    {
        CardOperation torn = CardOperations.All.Single(candidate => candidate.ToString() == operation);
        int commands = await CountAsync(torn);
        commands.ShouldBeGreaterThan(0);
        using EmulatedCard shared = LabCardFactory.Create();
        for (int command = 1; command <= commands; command++)
        {
            foreach (RemovalMoment moment in (RemovalMoment[])[RemovalMoment.BeforeCommand, RemovalMoment.BeforeAnswer])
            {
                using EmulatedCard? fresh = torn.ChangesCard ? LabCardFactory.Create() : null;
                await TearAsync(fresh ?? shared, torn, command, moment);
            }
        }
    }

    private static async Task<int> CountAsync(CardOperation operation)
    {
        using EmulatedCard card = LabCardFactory.Create();
        EmulatedReader reader = new();
        reader.Insert(card);
        return (await VisitAsync(reader, card, operation)).Commands;
    }

    private static async Task<WatchedConnection> VisitAsync(EmulatedReader reader, EmulatedCard card, CardOperation operation)
    {
        WatchedConnection connection = new(reader.Connect());
        using CardSession session = CardSession.Open(connection);
        await operation.Run(new CardVisit(connection, session, CardTruth.Of(card)));
        return connection;
    }

    private static async Task TearAsync(EmulatedCard card, CardOperation operation, int command, RemovalMoment moment)
    {
        string place = $"{operation}, command {command}, {moment}";
        EmulatedReader reader = new();
        reader.Insert(card);
        reader.RemoveAtCommand(command, moment);
        WatchedConnection connection = new(reader.Connect());
        List<Memory<byte>> buffers = [];
        using (CardSession session = CardSession.Open(connection))
        {
            session.BufferMade = buffers.Add;
            await ShouldTellRemovalAsync(operation, new CardVisit(connection, session, CardTruth.Of(card)), place);
            buffers[0].Span.ContainsAnyExcept((byte)0).ShouldBeFalse(place);
        }

        connection.Commands.ShouldBe(command, place);
        connection.PinCommands.Count(sent => sent.Span.ContainsAnyExcept((byte)0)).ShouldBe(0, place);
        reader.IsCardPresent.ShouldBeFalse(place);
        int delivered = connection.Verifies.Count(at => at < command || (at == command && moment == RemovalMoment.BeforeAnswer));
        await NextSessionWorksAsync(reader, card, operation, operation.WrongPin is null ? 0 : delivered, place);
    }

    private static async Task ShouldTellRemovalAsync(CardOperation operation, CardVisit visit, string place)
    {
        object? result;
        try
        {
            result = await operation.Run(visit);
        }
        catch (Exception cause)
        {
            cause.ShouldBeOfType<CardRemovedException>(place);
            return;
        }

        operation.MayTellRemoval.ShouldBeTrue(place);
        ResidencePinChange change = result.ShouldBeOfType<ResidencePinChange>(place);
        change.Outcome.ShouldBe(ResidencePinOutcome.OnlyCommonChanged, place);
        change.Interruption.ShouldBeOfType<CardRemovedException>(place);
    }

    private static async Task NextSessionWorksAsync(EmulatedReader reader, EmulatedCard card, CardOperation operation, int spent, string place)
    {
        spent.ShouldBeLessThanOrEqualTo(1, place);
        reader.Insert(card);
        using (CardSession session = CardSession.Open(reader.Connect()))
        {
            PinOverview pins = await PinOverview.ReadAsync(session);
            pins.Entries.Select(entry => entry.Status.TriesLeft + (ReferenceEquals(entry.Reference, operation.WrongPin) ? spent : 0))
                .ShouldBe(_fullTries.Select(tries => (int?)tries), place);
            FreeAreaApplication free = await FreeAreaApplication.SelectAsync(session, 1);
            (await free.GetPinStatusAsync()).TriesLeft.ShouldBe(3 - (ReferenceEquals(FreeAreaApplication.Pin, operation.WrongPin) ? spent : 0), place);
            JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
            (await jpki.ReadCertificateAsync(JpkiKey.UserAuthentication)).Length.ShouldBe(1200, place);
        }

        if (!operation.ChangesCard)
        {
            await VisitAsync(reader, card, operation);
        }

        reader.Remove();
    }
}
