using System.Security.Cryptography;
using MyNumber.Linkage.Codes;

namespace MyNumber.Linkage.Tests.Codes;

public sealed class CodeMigrationTests : IDisposable
{
    private const int Count = 100;
    private const int Block = AgencyCode.BlockLength;

    private static readonly CodeHolderId _holder = new(0x010203);

    private readonly AgencyCodeCipher _old = new(1, Ciphers.CountedKey);
    private readonly AgencyCodeCipher _new = new(2, Ciphers.Bytes(1, 32));
    private readonly byte[] _links = Ciphers.Bytes(2, Count * LinkCode.Length);

    [Theory]
    [InlineData("new key", 5, true)]
    [InlineData("new holder epoch", 6, false)]
    [InlineData("both", 9, true)]
    public void New_codes_are_those_that_derivation_gives(string description, byte toEpoch, bool newKey)
    {
        AgencyCodeCipher to = newKey ? _new : _old;
        byte[] blocks = new byte[Count * Block];
        CodeMigration migration = CodeMigration.Create(_old, to, _holder, 5, toEpoch, Derived(_old, 5), blocks, []);
        blocks.ShouldBe(Derived(to, toEpoch), description);
        (migration.Holder, migration.FromHolderEpoch, migration.ToHolderEpoch).ShouldBe((_holder, (byte)5, toEpoch), description);
        (migration.FromKeyEpoch, migration.ToKeyEpoch, migration.Count, migration.Refused).ShouldBe(((byte)1, to.KeyEpoch, Count, 0), description);
    }

    [Fact]
    public void Root_is_the_digest_that_the_documentation_writes_down()
    {
        byte[] old = Derived(_old, 5);
        byte[] made = new byte[old.Length];
        CodeMigration migration = CodeMigration.Create(_old, _new, _holder, 5, 6, old, made, []);
        byte[] terms = [1, 1, 2, 3, 5, 6, 1, 2, 0, 0, 0, Count, 0, 0, 0, 0];
        byte[] root = SHA256.HashData([.. "MyNumber.Linkage/migration/v1\0"u8, .. terms, .. SHA256.HashData(old), .. SHA256.HashData(made)]);
        migration.Root.ToArray().ShouldBe(root);
        migration.Manifest.ToArray().ShouldBe([.. terms, .. root]);
    }

    [Fact]
    public void Refused_code_has_no_new_one()
    {
        byte[] old = Derived(_old, 5);
        old[7 * Block]++;
        RefusedCode[] refused = new RefusedCode[2];
        CodeMigration migration = CodeMigration.Create(_old, _new, _holder, 5, 5, old, new byte[old.Length], refused);
        (migration.Refused, refused[0]).ShouldBe((1, new RefusedCode(7, CodeVerdict.Forged)));
        migration.NewAt(7).IsEmpty.ShouldBeTrue();
        migration.OldAt(6).ShouldBe(_old.Derive(_holder, 5, Link(6)));
        migration.NewAt(6).ShouldBe(_new.Derive(_holder, 5, Link(6)));
        Should.Throw<ArgumentOutOfRangeException>(() => migration.NewAt(Count));
        Should.Throw<ArgumentOutOfRangeException>(() => migration.OldAt(-1));
    }

    [Fact]
    public void Delivered_migration_is_taken_as_a_whole_only()
    {
        byte[] old = Derived(_old, 5);
        byte[] made = new byte[old.Length];
        byte[] manifest = CodeMigration.Create(_old, _new, _holder, 5, 6, old, made, []).Manifest.ToArray();
        CodeMigration.TryRead(manifest, old, made, out CodeMigration? read).ShouldBeTrue();
        read.NewAt(99).ShouldBe(_new.Derive(_holder, 6, Link(99)));
        for (int i = 0; i < manifest.Length; i++)
        {
            byte[] changed = [.. manifest];
            changed[i] ^= 0x10;
            CodeMigration.TryRead(changed, old, made, out _).ShouldBeFalse();
        }

        byte[] swapped = [.. made[Block..(2 * Block)], .. made[..Block], .. made[(2 * Block)..]];
        CodeMigration.TryRead(manifest, old, swapped, out _).ShouldBeFalse();
        CodeMigration.TryRead(manifest, made, old, out _).ShouldBeFalse();
        CodeMigration.TryRead(manifest, old.AsMemory(Block), made.AsMemory(Block), out _).ShouldBeFalse();
        CodeMigration.TryRead(manifest, old, made.AsMemory(Block), out _).ShouldBeFalse();
        CodeMigration.TryRead(manifest.AsSpan(1), old, made, out _).ShouldBeFalse();
        CodeMigration.TryRead([], old, made, out CodeMigration? none).ShouldBeFalse();
        none.ShouldBeNull();
    }

    [Theory]
    [InlineData("nothing changes", 5, 5, false)]
    [InlineData("holder epoch falls", 5, 4, false)]
    [InlineData("holder epoch falls under a new key", 5, 4, true)]
    public void Migration_that_does_not_lead_on_is_refused(string description, byte fromEpoch, byte toEpoch, bool newKey)
    {
        byte[] made = new byte[Count * Block];
        Should.Throw<ArgumentException>(() => CodeMigration.Create(_old, newKey ? _new : _old, _holder, fromEpoch, toEpoch, Derived(_old, 5), made, []), description);
        made.ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void Wrong_buffers_are_refused()
    {
        byte[] old = Derived(_old, 5);
        Should.Throw<ArgumentException>(() => CodeMigration.Create(_old, _new, _holder, 5, 5, old, old, []));
        Should.Throw<ArgumentException>(() => CodeMigration.Create(_old, _new, _holder, 5, 5, old, new byte[16], []));
        Should.Throw<ArgumentException>(() => CodeMigration.Create(_old, _new, default, 5, 5, old, new byte[old.Length], []));
        Should.Throw<ArgumentNullException>(() => CodeMigration.Create(null!, _new, _holder, 5, 5, old, new byte[old.Length], []));
        Should.Throw<ArgumentNullException>(() => CodeMigration.Create(_old, null!, _holder, 5, 5, old, new byte[old.Length], []));
    }

    public void Dispose()
    {
        _old.Dispose();
        _new.Dispose();
    }

    private LinkCode Link(int index) => LinkCode.FromBytes(_links.AsSpan(index * LinkCode.Length, LinkCode.Length));

    private byte[] Derived(AgencyCodeCipher cipher, byte epoch)
    {
        byte[] blocks = new byte[Count * Block];
        cipher.Derive(_holder, epoch, _links, blocks);
        return blocks;
    }
}
