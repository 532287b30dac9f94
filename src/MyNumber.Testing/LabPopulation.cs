using System.Security.Cryptography;
using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Readers;
using MyNumber.Jpki.Authority;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing.Keys;
using MyNumber.Testing.People;

namespace MyNumber.Testing;

/// <summary>An authority and the people whose cards it certifies, with all their keys. Adding people is for one thread at a time.</summary>
internal sealed class LabPopulation : IDisposable
{
    private readonly int _seed;
    private readonly EmulatedCardOptions _card;
    private readonly LabKeySource _keys;
    private readonly List<EmulatedCard> _cards = [];

    internal LabPopulation(int seed, bool freshKeys, LabAuthorityOptions authority, EmulatedCardOptions card, TimeProvider clock)
    {
        _seed = seed;
        _card = card;
        _keys = new LabKeySource(seed, freshKeys);
        try
        {
            Authority = new LabAuthority(_keys.ForAuthority(), clock, authority);
        }
        catch
        {
            _keys.Dispose();
            throw;
        }
    }

    internal LabAuthority Authority { get; }

    internal TrustAnchorSet Anchors(CertificatePurpose purpose) => new(
        purpose,
        JpkiEnvironment.Lab,
        Authority.Anchors(purpose).Select(Pin),
        [purpose == CertificatePurpose.Signature ? CertificateProfiles.CardSignature : CertificateProfiles.CardUserAuthentication]);

    internal LabHolder AddHolder() => AddHolder(SyntheticPerson.Invent(_seed, _cards.Count, JapanDay()));

    internal LabHolder AddHolder(SyntheticPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        (RSA signature, RSA userAuthentication) = _keys.NextPair();
        EmulatedCard card = new EmulatedCardBuilder(person.Card)
            .WithOptions(_card)
            .WithKey(CardKeyPurpose.Signature, signature)
            .WithKey(CardKeyPurpose.UserAuthentication, userAuthentication)
            .Build();
        _cards.Add(card);
        CardCertificates certificates = Authority.Issue(new CardIssuance
        {
            Holder = new HolderAttributes(person.Attributes),
            Municipality = person.Municipality,
            CardExpiry = person.Card.Face.Expiry,
            SignatureKey = card.GetPublicKey(CardKeyPurpose.Signature),
            UserAuthenticationKey = card.GetPublicKey(CardKeyPurpose.UserAuthentication),
        });
        Install(card, CardKeyPurpose.Signature, certificates.Signature);
        Install(card, CardKeyPurpose.UserAuthentication, certificates.UserAuthentication);
        EmulatedReader reader = new();
        reader.Insert(card);
        return new LabHolder(person, card, reader, certificates);
    }

    /// <summary>Disposes cards and keys.</summary>
    public void Dispose()
    {
        foreach (EmulatedCard card in _cards)
        {
            card.Dispose();
        }

        _keys.Dispose();
    }

    private static TrustAnchor Pin(ReadOnlyMemory<byte> der) =>
        TrustAnchor.TryParse(der.Span, out TrustAnchor? anchor) ? anchor : throw new InvalidOperationException("The lab made a certificate that is no anchor.");

    private void Install(EmulatedCard card, CardKeyPurpose key, IssuedCertificate? certificate)
    {
        if (certificate is not null)
        {
            CertificationAuthority authority = Authority.Of(certificate.Purpose);
            card.InstallCertificate(key, certificate.Encoded.Span, authority.Current.Certificate.Span);
        }
    }

    private DateOnly JapanDay() => DateOnly.FromDateTime(Authority.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).DateTime);
}
