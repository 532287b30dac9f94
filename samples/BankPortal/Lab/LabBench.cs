using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Testing;
using MyNumber.Testing.Hosting;

namespace BankPortal.Lab;

/// <summary>What may be tried out in the emulated environment: lost cards, a move, a responder that is silent.</summary>
internal sealed class LabBench(JpkiEmulator emulator)
{
    /// <summary>Who holds the cards; the card agent takes one of them by its number.</summary>
    public IReadOnlyList<LabHolder> People => emulator.Holders;

    /// <summary>Whether the responder is silent.</summary>
    public bool IsResponderDown
    {
        get => emulator.IsResponderOffline;
        set => emulator.IsResponderOffline = value;
    }

    /// <summary>What became of a person's user-authentication certificate.</summary>
    public IssuedState LoginStateOf(int person) => StateOf(People[person].Certificates.UserAuthentication.Identity);

    /// <summary>What became of a person's signature certificate.</summary>
    public IssuedState SignatureStateOf(int person) => StateOf(People[person].Certificates.Signature!.Identity);

    /// <summary>The person reports the card lost (一時保留). The hold of a card is never lifted.</summary>
    public void Hold(int person) => emulator.Authority.ReportLost(People[person].Certificates);

    /// <summary>The person moves house (転居): the signature certificate is revoked.</summary>
    public void MoveHouse(int person) => emulator.Authority.MoveHouse(People[person].Certificates);

    private IssuedState StateOf(CertificateIdentity certificate) => emulator.Authority.Statuses.Find(certificate)?.State ?? IssuedState.Good;
}
