using System.Security.Cryptography;
using MyNumber.Card.Apdu;
using MyNumber.Card.Certificates;
using MyNumber.Card.Tlv;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Card.Applications.InputSupport;

/// <content>Issuer, integrity, the card's own key, secure messaging.</content>
public sealed partial class InputSupportApplication
{
    private static readonly CardFileId SealFile = new(0x0003);
    private static readonly CardFileId CertificateFile = new(0x0004);
    private static readonly CardFileId InfoFile = new(0x0005);
    private static readonly CardFileId SessionKeyFile = new(0x0006);
    private static readonly CardFileId CardKeyFile = new(0x0007);

    /// <summary>Reads AP基本情報 (EF 0005), free.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The fields.</returns>
    /// <exception cref="CardDataException">The file is malformed.</exception>
    public async ValueTask<InputSupportInfo> ReadInfoAsync(CancellationToken cancellationToken = default) =>
        InputSupportInfo.Read(await ReadAsync(InfoFile, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads the CV certificate of the key that signs the files (EF 0004), free.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The certificate, parsed and not trusted.</returns>
    /// <exception cref="CardDataException">The file is malformed.</exception>
    public async ValueTask<CardVerifiableCertificate> ReadCertificateAsync(CancellationToken cancellationToken = default) =>
        CardVerifiableCertificate.Read(await ReadAsync(CertificateFile, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads the digests and their signature (EF 0003). The PIN or a matching number must have been verified.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The digests, not verified.</returns>
    /// <exception cref="CardDataException">The file is malformed.</exception>
    public async ValueTask<InputSupportSeal> ReadSealAsync(CancellationToken cancellationToken = default) =>
        InputSupportSeal.Read(await ReadAsync(SealFile, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads the public half of key 0013 (EF 0007). The PIN or a matching number must have been verified.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The key, not verified.</returns>
    /// <exception cref="CardDataException">The file is malformed.</exception>
    public async ValueTask<SignedCardKey> ReadCardKeyAsync(CancellationToken cancellationToken = default)
    {
        TlvSequence file = TlvSequence.Read("File 0007", await ReadAsync(CardKeyFile, cancellationToken).ConfigureAwait(false), 0xFF50, 0xDF51, 0xDF52);
        return new SignedCardKey(CardPublicKey.Read(file[0xDF51].Span), file.Run(0xDF51, 0xDF51), file[0xDF52].Span);
    }

    /// <summary>Reads the key to which a session key is encrypted (EF 0006). The PIN or a matching number must have been verified. Nobody signed it.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The key.</returns>
    /// <exception cref="CardDataException">The file is malformed.</exception>
    public async ValueTask<CardPublicKey> ReadSessionKeyTransportAsync(CancellationToken cancellationToken = default)
    {
        BerTlvReader reader = new(await ReadAsync(SessionKeyFile, cancellationToken).ConfigureAwait(false));
        return reader.TryRead(out ushort tag, out ReadOnlySpan<byte> key) && tag == 0xA1
            ? CardPublicKey.Read(key)
            : throw new CardDataException("File 0006 does not hold object A1.");
    }

    /// <summary>Reads personal files together with their issuer's signature, and gives out what is signed. What was verified by PIN or matching number decides which can be asked for.</summary>
    /// <param name="parts">Which files.</param>
    /// <param name="anchors">Whom the caller trusts; purpose <see cref="CardAnchorPurpose.InputSupport"/>.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The outcome, with the values when it is <see cref="InputSupportIntegrity.Verified"/>.</returns>
    /// <exception cref="CardStatusException"><c>6982</c>: what was verified does not open a file.</exception>
    /// <exception cref="CardDataException">A file is malformed.</exception>
    public async ValueTask<InputSupportReading> ReadVerifiedAsync(InputSupportParts parts, CardTrustAnchors anchors, CancellationToken cancellationToken = default)
    {
        CardIssuerCheck check = await CheckIssuerAsync(anchors, cancellationToken).ConfigureAwait(false);
        if (check.Issuer is not { } issuer)
        {
            return new InputSupportReading(InputSupportIntegrity.IssuerNotVerified, check);
        }

        InputSupportSeal seal = await ReadSealAsync(cancellationToken).ConfigureAwait(false);
        if (!seal.IsSignedBy(issuer))
        {
            return new InputSupportReading(InputSupportIntegrity.BadSignature, check);
        }

        byte[] number = [], attributes = [];
        try
        {
            number = parts.HasFlag(InputSupportParts.Number)
                ? await _selection.Session.ReadFileAsync(NumberFile, NumberFileLength, cancellationToken).ConfigureAwait(false) : number;
            attributes = parts.HasFlag(InputSupportParts.Attributes) ? await ReadAsync(AttributesFile, cancellationToken).ConfigureAwait(false) : attributes;
            return Judge(seal, check, parts, number, attributes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(number);
            CryptographicOperations.ZeroMemory(attributes);
        }
    }

    /// <summary>Checks that the card holds the private key that its issuer certified (真正性の確認): key 0013 signs a challenge. The PIN or a matching number must have been
    /// verified, because file 0007 is behind them; the key itself needs none (two sources).</summary>
    /// <param name="anchors">Whom the caller trusts; purpose <see cref="CardAnchorPurpose.InputSupport"/>.</param>
    /// <param name="random">Draws the challenge.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="CardStatusException"><c>6982</c>: nothing was verified.</exception>
    /// <exception cref="CardDataException">A file is malformed.</exception>
    public async ValueTask<GenuineCardCheck> CheckGenuineAsync(CardTrustAnchors anchors, RandomNumberGenerator random, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(random);
        CardIssuerCheck issuer = await CheckIssuerAsync(anchors, cancellationToken).ConfigureAwait(false);
        SignedCardKey key = await ReadCardKeyAsync(cancellationToken).ConfigureAwait(false);
        return await GenuineCardCheck.RunAsync(_selection.Session, issuer, key.Key, key.IsSignedBy, random, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a secure-messaging session (セキュアメッセージング): from here on SELECT file, VERIFY and READ BINARY of this session go encrypted, until another
    /// application is selected. The PIN must have been verified, in the clear; a matching number is not enough (one source).</summary>
    /// <param name="random">Draws the key.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>A task that ends when the session stands.</returns>
    /// <exception cref="CardStatusException"><c>6982</c>: the PIN was not verified. <c>6A80</c>, <c>6F00</c>: the card did not take the key.</exception>
    /// <exception cref="CardDataException">File 0006 is malformed.</exception>
    public async ValueTask StartSecureMessagingAsync(RandomNumberGenerator random, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(random);
        CardPublicKey transport = await ReadSessionKeyTransportAsync(cancellationToken).ConfigureAwait(false);
        await _selection.Session.SetSessionKeyAsync(transport.ToParameters(), random, cancellationToken).ConfigureAwait(false);
    }

    private static InputSupportReading Judge(
        InputSupportSeal seal, CardIssuerCheck check, InputSupportParts parts, ReadOnlySpan<byte> number, ReadOnlySpan<byte> attributes)
    {
        bool withNumber = parts.HasFlag(InputSupportParts.Number), withAttributes = parts.HasFlag(InputSupportParts.Attributes);
        if (withNumber && !seal.CoversNumber(number))
        {
            return new InputSupportReading(InputSupportIntegrity.NumberChanged, check);
        }

        if (withAttributes && !seal.CoversAttributes(attributes))
        {
            return new InputSupportReading(InputSupportIntegrity.AttributesChanged, check);
        }

        IndividualNumber read = withNumber ? InputSupportFiles.ReadNumber(number) : default;
        FourAttributes? person = withAttributes ? InputSupportFiles.ReadAttributes(attributes) : null;
        return new InputSupportReading(InputSupportIntegrity.Verified, check, read, person);
    }

    private async ValueTask<CardIssuerCheck> CheckIssuerAsync(CardTrustAnchors anchors, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        return anchors.Check(CardAnchorPurpose.InputSupport, await ReadCertificateAsync(cancellationToken).ConfigureAwait(false));
    }

    private ValueTask<byte[]> ReadAsync(CardFileId file, CancellationToken cancellationToken) => _selection.Session.ReadTlvObjectAsync(file, cancellationToken);
}
