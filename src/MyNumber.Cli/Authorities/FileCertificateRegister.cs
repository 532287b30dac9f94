using System.Runtime.CompilerServices;
using System.Text.Json;
using MyNumber.Jpki.Authority.Status;

namespace MyNumber.Cli.Authorities;

/// <summary>A register in one file: an entry a line, written once and never changed, under a lock that one process holds at a time.</summary>
/// <remarks>A line without its end is a write that did not come to its end: readers pass over it, and the next writer takes it away. Thread safe.</remarks>
internal sealed class FileCertificateRegister(string path, TimeProvider clock) : ICertificateRegister
{
    private const byte LineEnd = (byte)'\n';
    private const int MostTries = 500;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);

    private readonly Lock _gate = new();

    // Where each entry begins; the last is where the next one will.
    private readonly List<long> _starts = [0];

    public async ValueTask<bool> TryAppendAsync(RegisterEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        FileStream held = await LockAsync(cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            using FileStream file = Open(FileMode.OpenOrCreate, FileAccess.ReadWrite);
            long end = Follow(file, out int next);
            if (entry.Position != next)
            {
                return false;
            }

            file.SetLength(end);
            file.Position = end;
            file.Write([.. JsonSerializer.SerializeToUtf8Bytes(entry, AuthorityJson.Default.RegisterEntry), LineEnd]);
            file.Flush(flushToDisk: true);
            return true;
        }
    }

    /// <exception cref="FormatException">A line is no entry.</exception>
    public async IAsyncEnumerable<RegisterEntry> ReadAsync(long after, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        using FileStream file = Open(FileMode.Open, FileAccess.Read);
        Follow(file, out int next);
        for (long position = after + 1; position < next; position++)
        {
            (long start, int length) = PlaceOf(position);
            byte[] line = new byte[length];
            file.Position = start;
            await file.ReadExactlyAsync(line, cancellationToken).ConfigureAwait(false);
            yield return Parse(line, position);
        }
    }

    private static RegisterEntry Parse(byte[] line, long position)
    {
        RegisterEntry? entry = null;
        try
        {
            entry = JsonSerializer.Deserialize(line, AuthorityJson.Default.RegisterEntry);
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or FormatException or NotSupportedException or InvalidOperationException)
        {
            // Told below, without what stood there.
        }

        return entry is not null && entry.Position == position ? entry : throw new FormatException($"Entry {position} of the register cannot be read.");
    }

    private (long Start, int Length) PlaceOf(long position)
    {
        lock (_gate)
        {
            long start = _starts[(int)position - 1];
            return (start, (int)(_starts[(int)position] - start - 1));
        }
    }

    /// <summary>Finds the line ends that came since.</summary>
    private long Follow(FileStream file, out int next)
    {
        lock (_gate)
        {
            byte[] buffer = new byte[65536];
            long at = _starts[^1];
            file.Position = at;
            int read;
            while ((read = file.Read(buffer)) > 0)
            {
                for (int i = 0; i < read; i++)
                {
                    if (buffer[i] == LineEnd)
                    {
                        _starts.Add(at + i + 1);
                    }
                }

                at += read;
            }

            next = _starts.Count;
            return _starts[^1];
        }
    }

    private async ValueTask<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        for (int tries = 1; ; tries++)
        {
            try
            {
                return new FileStream($"{path}.lock", Private(FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (tries < MostTries && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            {
                await Task.Delay(_pause, clock, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private FileStream Open(FileMode mode, FileAccess access) => new(path, Private(mode, access, FileShare.ReadWrite));

    private static FileStreamOptions Private(FileMode mode, FileAccess access, FileShare share)
    {
        FileStreamOptions options = new() { Mode = mode, Access = access, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && mode != FileMode.Open)
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
