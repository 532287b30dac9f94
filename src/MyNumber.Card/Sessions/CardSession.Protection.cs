using System.Security.Cryptography;
using MyNumber.Card.Apdu;
using MyNumber.Card.Channels;

namespace MyNumber.Card.Sessions;

public sealed partial class CardSession
{
    private const int SeedLength = 32;

    /// <summary>Gives the card a fresh session key (SET SESSION KEY): A0 { 80 { seed } } under RSA-OAEP with SHA-256 and an empty label; the key is the seed's first half.</summary>
    internal async ValueTask SetSessionKeyAsync(RSAParameters transport, RandomNumberGenerator random, CancellationToken cancellationToken)
    {
        using PinnedBuffer message = new(4 + SeedLength);
        BufferMade?.Invoke(message.Memory);
        ((ReadOnlySpan<byte>)[0xA0, 2 + SeedLength, 0x80, SeedLength]).CopyTo(message.Span);
        random.GetBytes(message.Span[4..]);
        byte[] encrypted = Encrypt(transport, message.Span);
        StatusWord status = await SendAsync(Compose(new CommandApdu(0x80, 0xAE, 0x00, 0x00, encrypted)), cancellationToken).ConfigureAwait(false);
        if (!status.IsSuccess)
        {
            throw new CardStatusException("SET SESSION KEY", status);
        }

        Protect(message.Span.Slice(4, SecureMessagingChannel.KeyLength));
    }

    private static byte[] Encrypt(RSAParameters key, ReadOnlySpan<byte> message)
    {
        using RSA rsa = RSA.Create(key);
        return rsa.Encrypt(message, RSAEncryptionPadding.OaepSHA256);
    }
}
