using System.Security.Cryptography;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Reading;

namespace MyNumber.Cli.Cards;

/// <summary>The hash of a file of any size.</summary>
/// <param name="Name">The algorithm as the tool names it.</param>
/// <param name="Algorithm">The algorithm.</param>
/// <param name="Value">The hash.</param>
internal sealed record FileHash(string Name, HashAlgorithmName Algorithm, byte[] Value)
{
    private static readonly Dictionary<string, HashAlgorithmName> _algorithms = new(StringComparer.Ordinal)
    {
        ["sha256"] = HashAlgorithmName.SHA256,
        ["sha384"] = HashAlgorithmName.SHA384,
        ["sha512"] = HashAlgorithmName.SHA512,
    };

    public static IEnumerable<string> Names => _algorithms.Keys;

    /// <summary>Hashes a file, or <c>-</c> for standard input; otherwise says why not.</summary>
    public static bool TryCompute(string path, string name, VerbContext context, out FileHash hash)
    {
        hash = null!;
        if (!InputFile.TryOpen(path, context, out Stream? stream, out string reason))
        {
            context.Report.Fail(ExitCode.Undetermined, [reason]);
            return false;
        }

        try
        {
            using (stream)
            {
                hash = new FileHash(name, _algorithms[name], Compute(stream!, _algorithms[name], context.Cancellation));
                return true;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            context.Report.Fail(ExitCode.Undetermined, [InputFile.Explain(fault, path, context.Language)]);
            return false;
        }
    }

    private static byte[] Compute(Stream stream, HashAlgorithmName algorithm, CancellationToken cancellation)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(algorithm);
        byte[] buffer = new byte[65536];
        int length;
        while ((length = Waiting.Read(stream, buffer, cancellation)) > 0)
        {
            hash.AppendData(buffer, 0, length);
        }

        return hash.GetHashAndReset();
    }
}
