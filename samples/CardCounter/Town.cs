using System.Security.Cryptography;
using MyNumber.Card.Certificates;
using MyNumber.Card.Emulation.Issuing;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Jpki.Certificates;
using MyNumber.Numbering;
using MyNumber.Numbering.People;
using MyNumber.Testing;
using ApplicationId = MyNumber.Numbering.ApplicationId;

namespace CardCounter;

/// <summary>Everything the story is about: the office, the maker, the clerk, the register, the kiosk and three people.</summary>
internal sealed class Town : IDisposable
{
    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();

    public Town(LabWorld world)
    {
        World = world;
        Office = new CardOffice(world.Clock);
        Register = new ResidentRegister();
        Clerk = new Clerk(world.Authority, Register);
        Kiosk = new Kiosk(new CertificateCentre(world.CreateValidator(CertificatePurpose.UserAuthentication), world.Clock, _random, new CertificateServer(Register)));
    }

    public LabWorld World { get; }

    public CardOffice Office { get; }

    public Maker Maker { get; } = new();

    public ResidentRegister Register { get; }

    public Clerk Clerk { get; }

    /// <summary>A kiosk in a convenience store that prints certificates of residence.</summary>
    public Kiosk Kiosk { get; }

    /// <summary>Whom the counter's terminal trusts to sign what is on cards: the lab alone.</summary>
    public CardTrustAnchors Anchors { get; } = LabCardAuthority.Default.Anchors;

    public RandomNumberGenerator Random => _random;

    public Citizen Hanako { get; } = new(
        ApplicationId.Parse("12345678901234567890001"),
        new FourAttributes("見本　花子", "東京都千代田区見本町１－１", new BirthDate(new DateOnly(1990, 6, 15)), Sex.Female),
        IndividualNumber.Parse("123456789018"),
        new CardPins("MIHON2026", "1357", "1357", "1357"));

    public Citizen Child { get; } = new(
        ApplicationId.Parse("12345678901234567890002"),
        new FourAttributes("見本　光", "東京都千代田区見本町１－１", new BirthDate(new DateOnly(2015, 1, 1)), Sex.Male),
        IndividualNumber.Parse("234567890121"),
        new CardPins(null, "2468", "2468", "2468"));

    public Citizen Protected { get; } = new(
        ApplicationId.Parse("12345678901234567890003"),
        new FourAttributes("例示　月子", "東京都千代田区見本町９－９", new BirthDate(new DateOnly(1985, 3, 3)), Sex.Female),
        IndividualNumber.Parse("345678901234"),
        new CardPins("REIJI2026", "1590", "1590", "1590"));

    public DateOnly Today => DateOnly.FromDateTime(World.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);

    /// <summary>Takes an applied card as far as the delivery notice.</summary>
    public CardOutcome MakeAndNotify(Citizen citizen)
    {
        CardOutcome made = Office.Make(citizen.Application, Maker.NextSerialNumber());
        citizen.Made = Maker.Make(made.Card!, citizen);
        return Office.Notify(citizen.Application);
    }

    /// <summary>Applies for, makes and delivers a card without a word.</summary>
    public void DeliverQuietly(Citizen citizen)
    {
        Office.Apply(citizen.Form);
        MakeAndNotify(citizen);
        Clerk.CarryOut(Office.Deliver(citizen.Application, new CardVisit(), citizen.Pins), citizen);
    }

    public void Dispose()
    {
        foreach (Citizen citizen in new[] { Hanako, Child, Protected })
        {
            citizen.Replaced?.Dispose();
            citizen.Made?.Dispose();
        }

        _random.Dispose();
    }
}
