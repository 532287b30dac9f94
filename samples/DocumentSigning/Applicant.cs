using System.Security.Cryptography;
using MyNumber.Card;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Channels;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Jpki.Signatures;
using MyNumber.Testing;

namespace DocumentSigning;

/// <summary>A person at a PC with a card reader. The signature key stays in the card: what comes out is a signature over a hash.</summary>
internal sealed class Applicant(LabHolder holder) : IApduTraceSink
{
    private const uint ComputeDigitalSignature = 0x2A;

    /// <summary>How often the card was asked to sign.</summary>
    public int Signatures { get; private set; }

    /// <summary>Types the password of the signature key, and hands a credential over the card's key to whoever writes the document.</summary>
    public async Task<byte[]> SignAsync(Func<SignerCredential, byte[]> write)
    {
        using CardSession session = CardSession.Open(holder.Reader.Connect(), this);
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin pin = holder.TypePin(CardPinKind.Signature);
        PinVerification verified = await jpki.VerifyPinAsync(JpkiKey.Signature, pin);
        if (!verified.IsVerified)
        {
            throw new CardException($"The card did not take the PIN: {verified.Outcome}.");
        }

        byte[] certificate = await jpki.ReadCertificateAsync(JpkiKey.Signature);
        using RSA key = jpki.CreateRsa(JpkiKey.Signature, certificate);
        return write(SignerCredential.Create(certificate, key));
    }

    /// <summary>Counts; no PIN, number or file content gets into a trace entry.</summary>
    public void Record(in ApduTraceEntry entry) => Signatures += entry.HasHeader && ((entry.Header >> 16) & 0xFF) == ComputeDigitalSignature ? 1 : 0;
}
