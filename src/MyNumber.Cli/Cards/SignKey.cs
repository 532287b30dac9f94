using System.Security.Cryptography;
using MyNumber.Card.Applications.Jpki;
using MyNumber.Card.Pins;

namespace MyNumber.Cli.Cards;

/// <summary>A key of the card that signs.</summary>
/// <param name="Name">In arguments and JSON.</param>
/// <param name="Key">The key.</param>
/// <param name="Pin">What opens it.</param>
internal sealed record SignKey(string Name, JpkiKey Key, PinName Pin)
{
    public static IReadOnlyList<SignKey> All { get; } =
    [
        new("authentication", JpkiKey.UserAuthentication, PinName.Authentication),
        new("signature", JpkiKey.Signature, PinName.Signature),
    ];

    /// <summary>Enters the PIN, signs the hash and verifies the signature under the certificate that the card holds.</summary>
    /// <returns>The signature, or <see langword="null"/> when the PIN was not taken, which was told.</returns>
    public async Task<byte[]?> SignAsync(CardAtHand card, CardPin pin, LastTry lastTry, FileHash hash)
    {
        CancellationToken cancellation = card.Context.Cancellation;
        JpkiApplication jpki = await JpkiApplication.SelectAsync(card.Session, cancellation).ConfigureAwait(false);
        PinVerification attempt = await jpki.VerifyPinAsync(Key, pin, lastTry, cancellation).ConfigureAwait(false);
        if (!attempt.IsVerified)
        {
            PinWords.Tell(Pin, attempt, card.Context);
            return null;
        }

        byte[] certificate = await jpki.ReadCertificateAsync(Key, cancellation).ConfigureAwait(false);
        using CardBackedRsa rsa = jpki.CreateRsa(Key, certificate);
        return rsa.SignHash(hash.Value, hash.Algorithm, RSASignaturePadding.Pkcs1);
    }
}
