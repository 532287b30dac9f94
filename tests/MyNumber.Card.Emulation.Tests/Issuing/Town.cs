using MyNumber.Card.Emulation.Issuing;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Numbering.People;
using MyNumber.Testing;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace MyNumber.Card.Emulation.Tests.Issuing;

/// <summary>An office, a clock that begins on 2026-04-01 at nine in Japan, and cases brought as far as a test needs them.</summary>
internal sealed class Town
{
    public const string FirstSerial = "400000000000001";
    public static readonly ApplicationId Id = ApplicationId.Parse("12345678901234567890123");
    public static readonly ApplicationId OtherId = ApplicationId.Parse("12345678901234567890124");
    public static readonly CardPins AllPins = new("ABC12345", "1234", "1234", "1234");
    public static readonly CardVisit Alone = new();
    public static readonly CardVisit Represented = new() { Visitor = CardVisitor.HolderWithRepresentative, Delegation = true };

    public Town(DateTimeOffset? start = null, CardRules? rules = null)
    {
        Clock = new ManualTimeProvider(start ?? new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        Office = new CardOffice(Clock, rules);
    }

    public ManualTimeProvider Clock { get; }

    public CardOffice Office { get; }

    public static FourAttributes Person(int year = 1990, int month = 6, int day = 15, string address = "東京都千代田区見本町１－１") =>
        new("見本　花子", address, new BirthDate(new DateOnly(year, month, day)), Sex.Female);

    public static CardApplicationForm Form(ApplicationId? id = null, FourAttributes? person = null) => new(id ?? Id, person ?? Person());

    public static Town WithCardInUse(CardApplicationForm? form = null, CardPins? pins = null, CardVisit? visit = null, DateTimeOffset? start = null)
    {
        Town town = new(start);
        town.Bring(form ?? Form(), FirstSerial);
        town.Office.Deliver((form ?? Form()).Id, visit ?? Alone, pins ?? AllPins).IsDone.ShouldBeTrue();
        return town;
    }

    public static Town WithStoppedCard()
    {
        Town town = WithCardInUse();
        town.Office.Stop(Id, identityConfirmed: true).IsDone.ShouldBeTrue();
        return town;
    }

    /// <summary>Brings an application as far as the delivery notice.</summary>
    public void Bring(CardApplicationForm form, string serial)
    {
        Office.Apply(form).IsDone.ShouldBeTrue();
        Office.Make(form.Id, serial).IsDone.ShouldBeTrue();
        Office.Notify(form.Id).IsDone.ShouldBeTrue();
    }
}
