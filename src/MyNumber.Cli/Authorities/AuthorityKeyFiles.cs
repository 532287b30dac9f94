using System.Security.Cryptography;
using System.Text;
using MyNumber.Cli.Terminal;
using MyNumber.Jpki.Authority;

namespace MyNumber.Cli.Authorities;

/// <summary>An authority's keys: PKCS#8 in PEM, a file for each generation and one for the responder, readable by their owner alone.</summary>
internal sealed class AuthorityKeyFiles : IDisposable
{
    private const int KeyBits = 2048;
    private const string Responder = "ocsp";

    private readonly List<RSA> _owned = [];

    private AuthorityKeyFiles(Func<string, RSA> take, int generations)
    {
        Keys = new LabAuthorityKeys(
            [.. Enumerable.Range(1, generations).Select(number => take($"sign-{number}"))], [.. Enumerable.Range(1, generations).Select(number => take($"auth-{number}"))], take(Responder));
    }

    public LabAuthorityKeys Keys { get; }

    /// <summary>Makes keys and writes them.</summary>
    /// <exception cref="IOException">A file cannot be written, or is there already.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static AuthorityKeyFiles Make(string folder, int generations) => Gather(generations, name =>
    {
        RSA key = RSA.Create(KeyBits);
        WriteNew(Path.Combine(folder, $"{name}.pem"), key);
        return key;
    });

    /// <summary>Reads the keys of a folder.</summary>
    /// <exception cref="FormatException">A file holds no private RSA key.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static AuthorityKeyFiles Read(string folder, int generations) => Gather(generations, name =>
    {
        RSA key = RSA.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(Path.Combine(folder, $"{name}.pem")));
            return key;
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            key.Dispose();
            throw new FormatException($"The key file {name}.pem holds no private RSA key.");
        }
    });

    /// <summary>Writes one private key into a new file for its owner alone.</summary>
    public static void WriteNew(string path, RSA key)
    {
        byte[] pem = Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n");
        try
        {
            if (!PrivateNewFile.TryWrite(path, pem, out Exception? fault))
            {
                throw fault as IOException ?? new IOException("The key cannot be written.", fault);
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pem);
        }
    }

    public void Dispose() => _owned.ForEach(key => key.Dispose());

    private static AuthorityKeyFiles Gather(int generations, Func<string, RSA> take)
    {
        List<RSA> taken = [];
        try
        {
            AuthorityKeyFiles files = new(
                name =>
                {
                    taken.Add(take(name));
                    return taken[^1];
                },
                generations);
            files._owned.AddRange(taken);
            return files;
        }
        catch
        {
            taken.ForEach(key => key.Dispose());
            throw;
        }
    }
}
