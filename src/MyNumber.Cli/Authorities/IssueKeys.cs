using System.Security.Cryptography;
using MyNumber.Cli.Certificates;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Authority.Issuing;

namespace MyNumber.Cli.Authorities;

/// <summary>The two keys of a card: public halves that were given, or pairs that are made and written beside the certificates.</summary>
internal sealed class IssueKeys : IDisposable
{
    public const string SignatureFile = "sign.cer";
    public const string UserAuthenticationFile = "auth.cer";

    public const string SignatureKeyFile = "sign-key.pem";
    public const string UserAuthenticationKeyFile = "auth-key.pem";

    private const int KeyBits = 2048;
    private const int MostBytes = 65536;

    private RSA? _signature;
    private RSA? _userAuthentication;

    public byte[] SignaturePublic { get; private set; } = [];

    public byte[] UserAuthenticationPublic { get; private set; } = [];

    /// <summary>Takes the public keys that were given and makes the others, or says why not.</summary>
    public ExitCode Read(string? signature, string? userAuthentication, VerbContext context)
    {
        ExitCode code = Take(signature, "--signature-key", context, out byte[] signaturePublic, out _signature);
        SignaturePublic = signaturePublic;
        if (code == ExitCode.Done)
        {
            code = Take(userAuthentication, "--authentication-key", context, out byte[] userPublic, out _userAuthentication);
            UserAuthenticationPublic = userPublic;
        }

        return code;
    }

    /// <summary>The private key's file beside the signature certificate; nothing when the key was given, or nothing was issued for it.</summary>
    public string? SignatureKeyOf(CardCertificates issued) => _signature is null || issued.Signature is null ? null : SignatureKeyFile;

    /// <summary>The private key's file beside the user-authentication certificate; nothing when the key was given.</summary>
    public string? UserAuthenticationKey => _userAuthentication is null ? null : UserAuthenticationKeyFile;

    /// <summary>Writes certificates and made keys into a folder.</summary>
    /// <exception cref="IOException">A file is there, or cannot be written.</exception>
    public void Write(string folder, CardCertificates issued)
    {
        Write(folder, SignatureFile, issued.Signature, SignatureKeyFile, _signature);
        Write(folder, UserAuthenticationFile, issued.UserAuthentication, UserAuthenticationKeyFile, _userAuthentication);
    }

    public void Dispose()
    {
        _signature?.Dispose();
        _userAuthentication?.Dispose();
    }

    private static void Write(string folder, string name, IssuedCertificate? certificate, string keyName, RSA? key)
    {
        if (certificate is null)
        {
            return;
        }

        using (FileStream file = new(Path.Combine(folder, name), FileMode.CreateNew))
        {
            file.Write(certificate.Encoded.Span);
        }

        if (key is not null)
        {
            AuthorityKeyFiles.WriteNew(Path.Combine(folder, keyName), key);
        }
    }

    private static ExitCode Take(string? path, string name, VerbContext context, out byte[] publicKey, out RSA? made)
    {
        made = null;
        publicKey = [];
        if (path is null)
        {
            made = RSA.Create(KeyBits);
            publicKey = made.ExportSubjectPublicKeyInfo();
            return ExitCode.Done;
        }

        if (FileBytes.Read(path, name, context, MostBytes) is not { } content)
        {
            return ExitCode.Undetermined;
        }

        byte[] der = PemText.Decode(content).ToArray();
        if (!IsAccepted(der))
        {
            return context.Report.Fail(ExitCode.Refused, [context.Language.Pick($"{name}: The key is no SubjectPublicKeyInfo of RSA with 2048 bits.", $"{name}: RSA 2048 ビットの SubjectPublicKeyInfo ではありません。")]);
        }

        publicKey = der;
        return ExitCode.Done;
    }

    private static bool IsAccepted(byte[] der)
    {
        using RSA key = RSA.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(der, out int read);
            return read == der.Length && key.KeySize == KeyBits;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
