using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MyNumber.Card.Apdu;
using MyNumber.Card.Pins;
using MyNumber.Card.Sessions;
using MyNumber.Card.Tlv;

namespace MyNumber.Card.Applications.Jpki;

/// <summary>公的個人認証AP: the card's two keys, their certificates and their PINs.</summary>
/// <remarks>
/// <para>Belongs to one session and is as little thread safe. When another application is selected in the session, or an exchange fails below the APDU, every member throws
/// <see cref="InvalidOperationException"/>: select again. Selecting closes all PINs.</para>
/// <para>Every member may throw <see cref="CardRemovedException"/>, <see cref="CardStatusException"/> (with the status word) and <see cref="CardException"/>, and what
/// <see cref="CardSession"/> throws for null arguments, disposal and cancellation.</para>
/// </remarks>
public sealed class JpkiApplication
{
    private static readonly CardFileId TokenFile = new(0x0006);
    private static readonly CardFileId PresenceFile = new(0x0008);
    private readonly ApplicationSelection _selection;

    private JpkiApplication(ApplicationSelection selection) => _selection = selection;

    /// <summary>Selects the application.</summary>
    /// <param name="session">The session; not owned.</param>
    /// <param name="cancellationToken">Seen before the command is sent.</param>
    /// <returns>The application.</returns>
    /// <exception cref="CardStatusException"><c>6A82</c>: the card has no such application.</exception>
    public static async ValueTask<JpkiApplication> SelectAsync(CardSession session, CancellationToken cancellationToken = default) =>
        new(await ApplicationSelection.SelectAsync(session, CardApplicationId.Jpki, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads the label that tells card from phone; see <see cref="JpkiTokenLabel"/>.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The label without its padding, at most 32 characters.</returns>
    /// <exception cref="CardDataException">The label is not printable ASCII.</exception>
    public async ValueTask<string> ReadTokenLabelAsync(CancellationToken cancellationToken = default)
    {
        byte[] label = await _selection.Session.ReadFileAsync(TokenFile, 32, cancellationToken).ConfigureAwait(false);
        return CardText.Printable(label, "token label (file 0006)");
    }

    /// <summary>Reads the whole token information (トークン情報).</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The fields.</returns>
    /// <exception cref="CardDataException">The file is too short, or a text is not printable ASCII.</exception>
    public async ValueTask<JpkiTokenInfo> ReadTokenInfoAsync(CancellationToken cancellationToken = default) =>
        JpkiTokenInfo.Read(await _selection.Session.ReadFileAsync(TokenFile, JpkiTokenInfo.Length, cancellationToken).ConfigureAwait(false));

    /// <summary>Reads which certificates the card holds.</summary>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>Which ones are there.</returns>
    /// <exception cref="CardDataException">The file is too short.</exception>
    public async ValueTask<CertificatePresence> ReadCertificatePresenceAsync(CancellationToken cancellationToken = default)
    {
        byte[] flags = await _selection.Session.ReadFileAsync(PresenceFile, 3, cancellationToken).ConfigureAwait(false);
        return flags.Length < 2
            ? throw new CardDataException("The certificate presence (file 0008) is too short.")
            : new CertificatePresence(flags[0] != 0, flags[1] != 0);
    }

    /// <summary>Reads the holder's certificate. The signature certificate holds the four attributes and needs its password first.</summary>
    /// <param name="key">Whose certificate.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The DER object, not parsed and not trusted; the caller's own.</returns>
    /// <exception cref="CardStatusException"><c>6982</c>: the password was not verified.</exception>
    /// <exception cref="CardDataException">The file is truncated or holds no DER sequence.</exception>
    public ValueTask<byte[]> ReadCertificateAsync(JpkiKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return ReadSequenceAsync(key.CertificateFile, cancellationToken);
    }

    /// <summary>Reads the certificate of the CA that issued the holder's certificate. Never use it as a trust anchor.</summary>
    /// <param name="key">Whose CA.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The DER object, not parsed and not trusted; the caller's own.</returns>
    /// <exception cref="CardDataException">The file is truncated or holds no DER sequence.</exception>
    public ValueTask<byte[]> ReadAuthorityCertificateAsync(JpkiKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return ReadSequenceAsync(key.AuthorityCertificateFile, cancellationToken);
    }

    /// <summary>Asks for the tries left without spending one.</summary>
    /// <param name="key">Whose PIN.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>What the card tells.</returns>
    public ValueTask<PinStatus> GetPinStatusAsync(JpkiKey key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _selection.Session.GetPinStatusAsync(key.Pin, cancellationToken);
    }

    /// <summary>Tries a PIN, which opens the key (and for signatures the certificate) until another application is selected or the card is powered down.</summary>
    /// <param name="key">Whose PIN.</param>
    /// <param name="pin">The PIN; stays the caller's.</param>
    /// <param name="lastTry">What to do when one try is left.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>How it ended.</returns>
    public ValueTask<PinVerification> VerifyPinAsync(JpkiKey key, CardPin pin, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _selection.Session.VerifyPinAsync(key.Pin, pin, lastTry, cancellationToken);
    }

    /// <summary>Changes a PIN.</summary>
    /// <param name="key">Whose PIN.</param>
    /// <param name="current">The current PIN; stays the caller's.</param>
    /// <param name="replacement">The new PIN; stays the caller's.</param>
    /// <param name="lastTry">What to do when the current PIN has one try left.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>How it ended.</returns>
    public ValueTask<PinChange> ChangePinAsync(
        JpkiKey key, CardPin current, CardPin replacement, LastTry lastTry = LastTry.Refuse, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _selection.Session.ChangePinAsync(key.Pin, current, replacement, lastTry, cancellationToken);
    }

    /// <summary>Signs a hash by RSASSA-PKCS1-v1_5. The PIN must have been verified.</summary>
    /// <param name="key">The key.</param>
    /// <param name="algorithm">SHA-256, SHA-384 or SHA-512.</param>
    /// <param name="hash">The hash, of the algorithm's length.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The signature, 256 bytes for RSA-2048; the caller's own.</returns>
    /// <exception cref="CryptographicException">Another algorithm, or a hash of another length.</exception>
    /// <exception cref="CardStatusException"><c>6982</c>: the PIN was not verified.</exception>
    public ValueTask<byte[]> SignHashAsync(JpkiKey key, HashAlgorithmName algorithm, ReadOnlySpan<byte> hash, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _selection.Session.SignAsync(key.KeyFile, DigestInfo.Build(algorithm, hash), cancellationToken);
    }

    /// <summary>Signs in a mode of the caller's choice. The PIN must have been verified. The signature is not checked.</summary>
    /// <param name="key">The key.</param>
    /// <param name="mode">What the card does with the input; only <see cref="CardSigningMode.Block"/> is widely confirmed.</param>
    /// <param name="input">As many bytes as the mode takes.</param>
    /// <param name="cancellationToken">Seen between commands.</param>
    /// <returns>The signature, 256 bytes for RSA-2048; the caller's own.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The mode does not take so many bytes.</exception>
    /// <exception cref="CardStatusException"><c>6982</c>: the PIN was not verified. <c>6A86</c>: the card does not know the mode.</exception>
    public ValueTask<byte[]> SignAsync(JpkiKey key, CardSigningMode mode, ReadOnlyMemory<byte> input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _selection.Session.SignAsync(key.KeyFile, mode, input, cancellationToken);
    }

    /// <summary>Makes an <see cref="RSA"/> whose private half stays in the card.</summary>
    /// <param name="key">The key.</param>
    /// <param name="publicKey">Modulus and exponent of the same key.</param>
    /// <param name="pss">Whether it also signs by RSASSA-PSS with SHA-256, through the mode <see cref="CardSigningMode.PssHash"/> that one source tells of.</param>
    /// <returns>The key; the caller disposes it, which does not close the session.</returns>
    /// <exception cref="CryptographicException">The parameters are no RSA public key.</exception>
    public CardBackedRsa CreateRsa(JpkiKey key, RSAParameters publicKey, bool pss = false)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new CardBackedRsa(publicKey, (algorithm, hash) => SignHash(key, algorithm, hash), pss ? hash => SignPss(key, hash) : null);
    }

    /// <summary>Makes an <see cref="RSA"/> whose private half stays in the card, with the public half out of the certificate.</summary>
    /// <param name="key">The key.</param>
    /// <param name="certificate">The key's certificate as <see cref="ReadCertificateAsync"/> gave it.</param>
    /// <param name="pss">As for the other overload.</param>
    /// <returns>The key; the caller disposes it, which does not close the session.</returns>
    /// <exception cref="CardDataException">The bytes are no certificate with an RSA key.</exception>
    public CardBackedRsa CreateRsa(JpkiKey key, ReadOnlySpan<byte> certificate, bool pss = false)
    {
        try
        {
            using X509Certificate2 parsed = X509CertificateLoader.LoadCertificate(certificate);
            using RSA? rsa = parsed.GetRSAPublicKey();
            return CreateRsa(key, rsa?.ExportParameters(false) ?? throw new CardDataException("The certificate does not hold an RSA key."), pss);
        }
        catch (CryptographicException cause)
        {
            throw new CardDataException("The certificate cannot be read.", cause);
        }
    }

    private byte[] SignHash(JpkiKey key, HashAlgorithmName algorithm, ReadOnlySpan<byte> hash) =>
        _selection.Session.Sign(key.KeyFile, DigestInfo.Build(algorithm, hash));

    private byte[] SignPss(JpkiKey key, byte[] hash) => _selection.Session.Sign(key.KeyFile, CardSigningMode.PssHash, hash);

    private async ValueTask<byte[]> ReadSequenceAsync(CardFileId file, CancellationToken cancellationToken)
    {
        byte[] der = await _selection.Session.ReadDerObjectAsync(file, cancellationToken).ConfigureAwait(false);
        if (der[0] == 0x30)
        {
            return der;
        }

        CryptographicOperations.ZeroMemory(der);
        throw new CardDataException($"File {file} holds no DER sequence.");
    }
}
