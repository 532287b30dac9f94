using System.Buffers.Binary;
using System.Globalization;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Tests.Codes;

/// <summary>
/// The conditions of the law over random cases at full width: a hundred thousand here, and what <c>MYNUMBER_CODES</c> says in a soak (100000000 is the goal). A case is one person at one holder; each person
/// has codes at ten. Memory is bounded by a table of 128 MB: each pass keeps the codes of one slice only.
/// </summary>
public sealed class CodeSoakTests : IDisposable
{
    private const int Holders = 10;
    private const int Chunk = 4096;
    private const int TableBits = 23;
    private const long PassLoad = 1L << (TableBits - 1);

    private static readonly long _cases = long.Parse(Environment.GetEnvironmentVariable("MYNUMBER_CODES") ?? "100000", CultureInfo.InvariantCulture);
    private static readonly RefusedCode[] _foreign = Enumerable.Range(0, Chunk).Select(index => new RefusedCode(index, CodeVerdict.Foreign)).ToArray();
    private static readonly long _people = _cases / Holders;

    private readonly AgencyCodeCipher _cipher = new(0, Ciphers.Bytes(20251005, 32));
    private readonly (CodeHolderId Id, byte Epoch)[] _holders;

    public CodeSoakTests()
    {
        Random random = new(27);
        _holders = Enumerable.Range(0, Holders).Select(_ => (new CodeHolderId(random.Next(1, CodeHolderId.MaxValue + 1)), (byte)random.Next(256))).ToArray();
    }

    [Fact]
    public void No_code_meets_another_at_one_holder_or_between_holders()
    {
        UInt128Table table = new(TableBits);
        int passes = (int)((_cases / PassLoad) + 1);
        long added = 0;
        byte[] links = new byte[Chunk * LinkCode.Length];
        byte[] blocks = new byte[Chunk * AgencyCode.BlockLength];
        for (int pass = 0; pass < passes; pass++)
        {
            table.Clear();
            for (long person = 0; person < _people; person += Chunk)
            {
                int count = FillLinks(person, links);
                foreach ((CodeHolderId id, byte epoch) in _holders)
                {
                    _cipher.Derive(id, epoch, links.AsSpan(0, count * LinkCode.Length), blocks.AsSpan(0, count * AgencyCode.BlockLength));
                    added += Add(table, blocks.AsSpan(0, count * AgencyCode.BlockLength), pass, passes);
                }
            }
        }

        added.ShouldBe(_people * Holders);
    }

    [Fact]
    public void Every_code_converts_to_its_persons_next_code_and_is_foreign_there()
    {
        byte[] links = new byte[Chunk * LinkCode.Length];
        byte[] mine = new byte[Chunk * AgencyCode.BlockLength];
        byte[] theirs = new byte[Chunk * AgencyCode.BlockLength];
        byte[] converted = new byte[Chunk * AgencyCode.BlockLength];
        RefusedCode[] refused = new RefusedCode[Chunk];
        for (long person = 0; person < _people; person += Chunk)
        {
            int count = FillLinks(person, links);
            Range used = ..(count * AgencyCode.BlockLength);
            for (int i = 0; i < Holders; i++)
            {
                ((CodeHolderId a, byte aEpoch), (CodeHolderId b, byte bEpoch)) = (_holders[i], _holders[(i + 1) % Holders]);
                _cipher.Derive(a, aEpoch, links.AsSpan(0, count * LinkCode.Length), mine.AsSpan(used));
                _cipher.Derive(b, bEpoch, links.AsSpan(0, count * LinkCode.Length), theirs.AsSpan(used));
                _cipher.Convert(mine.AsSpan(used), a, aEpoch, b, bEpoch, converted.AsSpan(used), refused).ShouldBe(0);
                converted.AsSpan(used).SequenceEqual(theirs.AsSpan(used)).ShouldBeTrue();
                _cipher.Convert(mine.AsSpan(used), b, bEpoch, a, aEpoch, converted.AsSpan(used), refused).ShouldBe(count);
                refused.AsSpan(0, count).SequenceEqual(_foreign.AsSpan(0, count)).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void No_random_block_is_genuine()
    {
        Random random = new(48);
        byte[] blocks = new byte[Chunk * AgencyCode.BlockLength];
        byte[] converted = new byte[Chunk * AgencyCode.BlockLength];
        for (long done = 0; done < _cases; done += Chunk)
        {
            random.NextBytes(blocks);
            _cipher.Convert(blocks, _holders[0].Id, _holders[0].Epoch, _holders[1].Id, _holders[1].Epoch, converted, []).ShouldBe(Chunk);
            converted.AsSpan().ContainsAnyExcept((byte)0).ShouldBeFalse();
        }
    }

    public void Dispose() => _cipher.Dispose();

    private static long Add(UInt128Table table, ReadOnlySpan<byte> blocks, int pass, int passes)
    {
        long added = 0;
        for (; blocks.Length > 0; blocks = blocks[AgencyCode.BlockLength..])
        {
            UInt128 block = BinaryPrimitives.ReadUInt128BigEndian(blocks);
            if (unchecked((uint)(block >> 64)) % (uint)passes == (uint)pass && table.Add(block))
            {
                added++;
            }
        }

        return added;
    }

    /// <summary>Links that are unique as the register's are: a bijection of 64 bits over the person's place, and sixteen bits more.</summary>
    private static int FillLinks(long first, Span<byte> links)
    {
        int count = (int)Math.Min(Chunk, _people - first);
        for (int i = 0; i < count; i++)
        {
            ulong mixed = Mix((ulong)(first + i));
            BinaryPrimitives.WriteUInt64BigEndian(links[(i * LinkCode.Length)..], mixed);
            BinaryPrimitives.WriteUInt16BigEndian(links[((i * LinkCode.Length) + 8)..], unchecked((ushort)(mixed * 31)));
        }

        return count;
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }
}
