using MyNumber.Card.Emulation;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Jpki.Authority;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Cli.Emulating;

/// <summary>An emulated card with certificates of the lab's authority, and the authority's OCSP responder on this machine as long as the card lives.</summary>
internal sealed class LabCard : IAsyncDisposable
{
    private readonly OcspResponderHost? _responder;

    private LabCard(EmulatedCard card, OcspResponderHost? responder) => (Card, _responder) = (card, responder);

    public EmulatedCard Card { get; }

    /// <summary>Where the status of the certificates is told, while the tool runs.</summary>
    public Uri? OcspAddress => _responder?.OcspAddress;

    /// <summary>Makes the card and has the authority certify its keys.</summary>
    /// <exception cref="ArgumentException">The person does not fit on a card, or an option is outside its range.</exception>
    /// <exception cref="InvalidOperationException">The person does not fit the profile.</exception>
    /// <exception cref="IOException">The responder's address cannot be bound.</exception>
    public static async Task<LabCard> MakeAsync(CardPerson person, CardProfile profile, EmulatedCardOptions options, int? seed, TimeProvider clock, CancellationToken cancellation)
    {
        using LabKeys keys = new(seed);
        EmulatedCard card = keys.Give(new EmulatedCardBuilder(person).WithProfile(profile).WithOptions(options)).Build();
        OcspResponderHost? responder = null;
        try
        {
            LabAuthority authority = new(LabKeys.ForAuthority(), clock);
            responder = await authority.StartResponderAsync(cancellation).ConfigureAwait(false);
            Certify(card, person, authority);
            return new LabCard(card, responder);
        }
        catch
        {
            card.Dispose();
            if (responder is not null)
            {
                await responder.DisposeAsync().ConfigureAwait(false);
            }

            throw;
        }
    }

    /// <summary>Brings a saved card back. Its authority is gone, so nobody tells the status of its certificates.</summary>
    /// <exception cref="FormatException">The document is no saved card.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static LabCard Restore(ReadOnlySpan<byte> state, EmulatedCardOptions options) => new(EmulatedCard.Restore(state, options), null);

    public async ValueTask DisposeAsync()
    {
        Card.Dispose();
        if (_responder is not null)
        {
            await _responder.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static void Certify(EmulatedCard card, CardPerson person, LabAuthority authority)
    {
        CardIssuance request = new()
        {
            Holder = new HolderAttributes(person.Attributes),
            Municipality = new Municipality(person.Face.MunicipalityCode, "Mihon-ken", "Mihon-shi"),
            CardExpiry = person.Face.Expiry,
            SignatureKey = PublicKeyOf(card, CardKeyPurpose.Signature),
            UserAuthenticationKey = PublicKeyOf(card, CardKeyPurpose.UserAuthentication),
        };
        if (request.UserAuthenticationKey.IsEmpty)
        {
            // The resident card had the signature pair alone.
            IssuedCertificate signature = authority.IssueOne(CertificateTemplate.CardSignature(new LabAuthorityOptions().Environment), request);
            Install(card, CardKeyPurpose.Signature, signature, authority);
            return;
        }

        CardCertificates issued = authority.Issue(request);
        Install(card, CardKeyPurpose.Signature, issued.Signature, authority);
        Install(card, CardKeyPurpose.UserAuthentication, issued.UserAuthentication, authority);
    }

    private static void Install(EmulatedCard card, CardKeyPurpose key, IssuedCertificate? certificate, LabAuthority authority)
    {
        if (certificate is not null)
        {
            card.InstallCertificate(key, certificate.Encoded.Span, authority.Of(certificate.Purpose).Current.Certificate.Span);
        }
    }

    /// <summary>The key's public half, or nothing where the kind of card has no such key.</summary>
    private static byte[] PublicKeyOf(EmulatedCard card, CardKeyPurpose key)
    {
        try
        {
            return card.GetPublicKey(key);
        }
        catch (InvalidOperationException)
        {
            return [];
        }
    }
}
