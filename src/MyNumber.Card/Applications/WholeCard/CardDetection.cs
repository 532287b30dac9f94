using System.Globalization;
using MyNumber.Card.Apdu;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;

namespace MyNumber.Card.Applications.WholeCard;

/// <summary>What lies in the reader: found by selecting applications and reading free files, never by the ATR, and without spending a try.</summary>
/// <remarks>Immutable. Detecting selects one application after the other, which closes every PIN.</remarks>
public sealed class CardDetection
{
    private static readonly CardApplicationId[] Known =
        [CardApplicationId.InputSupport, CardApplicationId.Surface, CardApplicationId.Residence, CardApplicationId.Common, CardApplicationId.Jpki];

    private static readonly PinReference[] HolderPins = [PinReference.UserAuthentication, PinReference.Signature, PinReference.InputSupport, PinReference.CommonResidence];

    private CardDetection(CardTokenKind kind, string? label, CertificatePresence? certificates, CardApplicationId[] applications)
    {
        Kind = kind;
        Label = label;
        Certificates = certificates;
        Applications = applications;
    }

    /// <summary>The kind; its <see cref="CardTokenKind.Confidence"/> tells how sure that is.</summary>
    public CardTokenKind Kind { get; }

    /// <summary>The label in JPKI's EF 0006, or <see langword="null"/> when there is none to read.</summary>
    public string? Label { get; }

    /// <summary>Which certificates are there (EF 0008), or <see langword="null"/> when the token does not tell.</summary>
    public CertificatePresence? Certificates { get; }

    /// <summary>The applications that could be selected.</summary>
    public IReadOnlyList<CardApplicationId> Applications { get; }

    /// <summary>Applications that the kind should have and this one does not.</summary>
    public IReadOnlyList<CardApplicationId> Missing => [.. Kind.Applications.Except(Applications)];

    /// <summary>The kind, its certificates, and how many of its applications are missing.</summary>
    /// <returns>Such as <c>individual number card; certificates: user authentication; missing applications: 1</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Kind}; certificates: {(Certificates is { } told ? told.ToString() : "not told")}; missing applications: {Missing.Count}");

    /// <summary>Looks at what is in the reader.</summary>
    /// <param name="session">The session; not owned. Which application is selected afterwards is not promised.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>What was found; a thing without JPKI is <see cref="CardTokenKind.Unknown"/>.</returns>
    /// <exception cref="CardException">The exchange failed below the APDU, the card is gone, or a file is malformed.</exception>
    public static async ValueTask<CardDetection> DetectAsync(CardSession session, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        List<CardApplicationId> found = [];
        foreach (CardApplicationId application in Known)
        {
            if (await session.TrySelectApplicationAsync(application, cancellationToken).ConfigureAwait(false))
            {
                found.Add(application);
            }
        }

        if (!found.Contains(CardApplicationId.Jpki))
        {
            return new CardDetection(CardTokenKind.Unknown, null, null, [.. found]);
        }

        JpkiApplication jpki = await JpkiApplication.SelectAsync(session, cancellationToken).ConfigureAwait(false);
        string? label = await OrNullAsync(jpki.ReadTokenLabelAsync(cancellationToken)).ConfigureAwait(false);
        CertificatePresence? certificates = await TellAsync(jpki.ReadCertificatePresenceAsync(cancellationToken)).ConfigureAwait(false);
        CardTokenKind kind = await JudgeAsync(session, label, certificates, cancellationToken).ConfigureAwait(false);
        return new CardDetection(kind, label, certificates, [.. found]);
    }

    private static async ValueTask<CardTokenKind> JudgeAsync(CardSession session, string? label, CertificatePresence? certificates, CancellationToken cancellationToken)
    {
        if (label != JpkiTokenLabel.IndividualNumberCard)
        {
            return CardTokenKind.All.FirstOrDefault(kind => kind.Label == label) ?? CardTokenKind.Unknown;
        }

        PinOverview pins = await PinOverview.ReadAsync(session, HolderPins, cancellationToken).ConfigureAwait(false);
        return pins.Entries.All(CannotBeUsed) ? CardTokenKind.WithoutPins
            : certificates is { HasSignature: false, HasUserAuthentication: true } ? CardTokenKind.WithoutSignatureCertificate
            : CardTokenKind.IndividualNumberCard;
    }

    private static bool CannotBeUsed(PinOverviewEntry entry) =>
        entry.Presence is PinPresence.ReferenceAbsent or PinPresence.ApplicationAbsent || entry.Status.IsBlocked;

    private static async ValueTask<string?> OrNullAsync(ValueTask<string> reading)
    {
        try
        {
            return await reading.ConfigureAwait(false);
        }
        catch (CardStatusException)
        {
            return null;
        }
    }

    private static async ValueTask<CertificatePresence?> TellAsync(ValueTask<CertificatePresence> reading)
    {
        try
        {
            return await reading.ConfigureAwait(false);
        }
        catch (CardStatusException)
        {
            return null;
        }
    }
}
