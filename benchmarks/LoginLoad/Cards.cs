using System.Security.Cryptography;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Emulation.Profiles;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Testing;
using MyNumber.Testing.Hosting;

namespace MyNumber.LoginLoad;

/// <summary>The emulated cards of the server's people, each in its reader.</summary>
internal sealed class Cards : IDisposable
{
    public const int Count = 4;

    private readonly EmulatedCards _cards = new(new EmulatorOptions { Persons = Count }, TimeProvider.System);

    /// <summary>Opens one card for signing; the PIN is verified once.</summary>
    public async Task<Signer> OpenAsync(int person)
    {
        LabHolder holder = _cards.Holders[person];
        CardSession session = CardSession.Open(holder.Reader.Connect());
        JpkiApplication jpki = await JpkiApplication.SelectAsync(session);
        using CardPin pin = holder.TypePin(CardPinKind.UserAuthentication);
        PinVerification verified = await jpki.VerifyPinAsync(JpkiKey.UserAuthentication, pin);
        return verified.IsVerified
            ? new Signer(session, jpki, await jpki.ReadCertificateAsync(JpkiKey.UserAuthentication))
            : throw new InvalidOperationException("The card refused its own PIN.");
    }

    public void Dispose() => _cards.Dispose();

    /// <summary>A card whose user-authentication key may sign; for one caller at a time.</summary>
    internal sealed class Signer(CardSession session, JpkiApplication jpki, byte[] certificate) : IDisposable
    {
        public byte[] Certificate => certificate;

        public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> message) => jpki.SignHashAsync(JpkiKey.UserAuthentication, HashAlgorithmName.SHA256, SHA256.HashData(message.Span));

        public void Dispose() => session.Dispose();
    }
}
