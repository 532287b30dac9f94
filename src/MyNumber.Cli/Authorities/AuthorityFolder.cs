using System.Text.Json;
using MyNumber.Jpki.Authority;
using MyNumber.Jpki.Authority.Issuing;
using MyNumber.Jpki.Authority.Publishing;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Cli.Authorities;

/// <summary>A lab authority in a folder: settings, keys, register, and the anchors that verifiers pin.</summary>
internal sealed class AuthorityFolder : IDisposable
{
    public const string SettingsName = "authority.json";
    public const string RegisterName = "register.jsonl";
    public const string SignatureAnchors = "sign-anchors.pem";
    public const string UserAuthenticationAnchors = "auth-anchors.pem";

    private const string KeysName = "keys";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly AuthorityKeyFiles _keys;

    private AuthorityFolder(AuthorityKeyFiles keys, FileCertificateRegister register, LabAuthority authority) => (_keys, Register, Authority) = (keys, register, authority);

    public LabAuthority Authority { get; }

    public FileCertificateRegister Register { get; }

    /// <summary>Whether something is in the folder already.</summary>
    public static bool IsTaken(string path)
    {
        try
        {
            return Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false; // told when it is used
        }
    }

    /// <summary>Makes an authority in a folder that is new or empty.</summary>
    /// <exception cref="ArgumentException">The name is refused.</exception>
    /// <exception cref="IOException">The folder holds something, or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static async Task<AuthorityFolder> MakeAsync(string path, AuthoritySettings settings, TimeProvider clock, CancellationToken cancellation)
    {
        LabAuthorityOptions options = OptionsOf(settings);
        MakeDirectory(path);
        if (Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new IOException("The folder is not empty.");
        }

        string keys = Path.Combine(path, KeysName);
        MakeDirectory(keys);
        AuthorityFolder folder = await OpenAsync(AuthorityKeyFiles.Make(keys, settings.Generations), path, settings, options, clock, cancellation).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(path, SignatureAnchors), folder.AnchorsOf(CertificatePurpose.Signature), cancellation).ConfigureAwait(false);
        await File.WriteAllTextAsync(Path.Combine(path, UserAuthenticationAnchors), folder.AnchorsOf(CertificatePurpose.UserAuthentication), cancellation).ConfigureAwait(false);
        await File.WriteAllBytesAsync(Path.Combine(path, SettingsName), JsonSerializer.SerializeToUtf8Bytes(settings, AuthorityJson.Default.AuthoritySettings), cancellation).ConfigureAwait(false);
        return folder;
    }

    /// <summary>Opens an authority that was made before.</summary>
    /// <exception cref="FormatException">Settings, a key or the register cannot be read, or do not belong together.</exception>
    /// <exception cref="IOException">There is no authority in the folder, or it cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    public static async Task<AuthorityFolder> OpenAsync(string path, TimeProvider clock, CancellationToken cancellation, OcspResponderOptions? responder = null)
    {
        AuthoritySettings settings = Parse(await File.ReadAllBytesAsync(Path.Combine(path, SettingsName), cancellation).ConfigureAwait(false));
        try
        {
            AuthorityKeyFiles keys = AuthorityKeyFiles.Read(Path.Combine(path, KeysName), settings.Generations);
            return await OpenAsync(keys, path, settings, OptionsOf(settings) with { Responder = responder ?? new OcspResponderOptions() }, clock, cancellation).ConfigureAwait(false);
        }
        catch (ArgumentException)
        {
            throw new FormatException("Settings, keys and register do not belong together.");
        }
    }

    public void Dispose() => _keys.Dispose();

    /// <summary>Makes a folder that only its owner enters.</summary>
    public static void MakeDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
    }

    private static async Task<AuthorityFolder> OpenAsync(
        AuthorityKeyFiles keys, string path, AuthoritySettings settings, LabAuthorityOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            FileCertificateRegister register = new(Path.Combine(path, RegisterName), clock);
            LabAuthority authority = await LabAuthority.OpenAsync(keys.Keys, clock, register, options, cancellation).ConfigureAwait(false);
            authority.OcspAddress = settings.OcspAddress is { } address ? new Uri(address) : authority.OcspAddress;
            return new AuthorityFolder(keys, register, authority);
        }
        catch
        {
            keys.Dispose();
            throw;
        }
    }

    private static AuthoritySettings Parse(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, AuthorityJson.Default.AuthoritySettings) is { IsReadable: true } settings ? settings : throw new FormatException("The settings cannot be read.");
        }
        catch (JsonException)
        {
            throw new FormatException("The settings cannot be read.");
        }
    }

    private static LabAuthorityOptions OptionsOf(AuthoritySettings settings) => new()
    {
        SignatureNaming = AuthorityNaming.Lab(CertificatePurpose.Signature, settings.Organization),
        UserAuthenticationNaming = AuthorityNaming.Lab(CertificatePurpose.UserAuthentication, settings.Organization),
    };

    private string AnchorsOf(CertificatePurpose purpose) =>
        string.Concat(Authority.Anchors(purpose).Select(anchor => System.Security.Cryptography.PemEncoding.WriteString("CERTIFICATE", anchor.Span) + "\n"));
}
