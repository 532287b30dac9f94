using MyNumber.Card.Emulation.Issuing;
using MyNumber.Card.Emulation.Objects;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Jpki.Authority;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;

namespace CardCounter;

/// <summary>Carries out what the office orders: at the card with the terminal, at the authority by message.</summary>
internal sealed class Clerk(LabAuthority authority, ResidentRegister register)
{
    private static readonly Municipality Place = new("13101", "Tokyo-to", "Chiyoda-ku");

    /// <summary>Carries out all tasks in their order.</summary>
    /// <param name="outcome">What the office decided.</param>
    /// <param name="citizen">Whose card.</param>
    /// <param name="chosen">The PINs that are set; all of the holder's otherwise.</param>
    public void CarryOut(CardOutcome outcome, Citizen citizen, CardPins? chosen = null)
    {
        foreach (CardTask task in outcome.Tasks)
        {
            CarryOut(task, citizen, chosen ?? citizen.Pins);
        }
    }

    private void CarryOut(CardTask task, Citizen citizen, CardPins chosen)
    {
        switch (task)
        {
            case CardTask.SetPins:
                citizen.Card.Chip.SetPins(chosen);
                break;
            case CardTask.IssueAuthenticationCertificate:
                Certify(citizen);
                break;
            case CardTask.HoldCertificates:
                authority.ReportLost(citizen.Card.Certificates!);
                break;
            case CardTask.RevokeCertificates:
                ForEach(citizen, certificate => authority.Statuses.Revoke(certificate, RevocationReason.CessationOfOperation));
                break;
            case CardTask.DestroyCard:
                (citizen.Replaced ?? citizen.Card).Dispose();
                break;
            default:
                break;
        }
    }

    /// <summary>Keys were made in the card; the authority certifies their public halves, one order for both certificates. After a stop the emulated card keeps its keys.</summary>
    private void Certify(Citizen citizen)
    {
        IssuedCard card = citizen.Card;
        bool signature = citizen.Pins.Reveal(CardPinKind.Signature) is not null;
        card.Certificates = authority.Issue(new CardIssuance
        {
            Holder = new HolderAttributes(citizen.Attributes),
            Municipality = Place,
            CardExpiry = card.Face.Expiry,
            SignatureKey = signature ? card.Chip.GetPublicKey(CardKeyPurpose.Signature) : default(ReadOnlyMemory<byte>),
            UserAuthenticationKey = card.Chip.GetPublicKey(CardKeyPurpose.UserAuthentication),
        });
        Install(card, CardKeyPurpose.UserAuthentication, card.Certificates.UserAuthentication);
        if (card.Certificates.Signature is { } issued)
        {
            Install(card, CardKeyPurpose.Signature, issued);
        }

        register.Add(card.Certificates.UserAuthentication.Identity, citizen);
    }

    private void Install(IssuedCard card, CardKeyPurpose key, IssuedCertificate certificate) =>
        card.Chip.InstallCertificate(key, certificate.Encoded.Span, authority.Of(certificate.Purpose).Current.Certificate.Span);

    private static void ForEach(Citizen citizen, Action<CertificateIdentity> act)
    {
        CardCertificates certificates = citizen.Card.Certificates!;
        act(certificates.UserAuthentication.Identity);
        if (certificates.Signature is { } signature)
        {
            act(signature.Identity);
        }
    }
}
