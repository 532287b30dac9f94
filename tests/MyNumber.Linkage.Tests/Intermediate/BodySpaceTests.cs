using System.Security.Cryptography;
using System.Text;
using MyNumber.Linkage.Intermediate;
using static MyNumber.Linkage.Tests.Intermediate.Spaces;

namespace MyNumber.Linkage.Tests.Intermediate;

public sealed class BodySpaceTests
{
    private readonly InMemoryBodyStore _store = new();

    [Fact]
    public async Task Tie_is_found_from_both_ends_and_tied_once()
    {
        BodySpace space = Open(_store, City);
        (await space.TieAsync(Addressee(1), Code(1))).ShouldBe(CodeTieOutcome.Tied);
        (await space.TieAsync(Addressee(1), Code(1))).ShouldBe(CodeTieOutcome.AlreadyTied);
        (await space.TieAsync(Addressee(2), Code(1))).ShouldBe(CodeTieOutcome.CodeIsTaken);
        (await space.TieAsync(Addressee(1), Code(2))).ShouldBe(CodeTieOutcome.AddresseeHasCode);
        (await space.FindCodeAsync(Addressee(1))).ShouldBe(Code(1));
        (await space.FindAddresseeAsync(Code(1))).ShouldBe(Addressee(1));
        (await space.FindCodeAsync(Addressee(2))).IsEmpty.ShouldBeTrue();
        (await space.FindAddresseeAsync(Code(2))).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Superseded_code_gives_way_to_the_new_one()
    {
        BodySpace space = Open(_store, City);
        await space.TieAsync(Addressee(1), Code(1));
        await space.TieAsync(Addressee(2), Code(2));
        (await space.RetieAsync(Addressee(1), Code(9), Code(3))).ShouldBe(CodeTieOutcome.NotTied);
        (await space.RetieAsync(Addressee(1), Code(1), Code(2))).ShouldBe(CodeTieOutcome.CodeIsTaken);
        (await space.FindCodeAsync(Addressee(1))).ShouldBe(Code(1));
        (await space.RetieAsync(Addressee(1), Code(1), Code(3))).ShouldBe(CodeTieOutcome.Tied);
        (await space.FindAddresseeAsync(Code(1))).IsEmpty.ShouldBeTrue();
        (await space.FindAddresseeAsync(Code(3))).ShouldBe(Addressee(1));
        (await space.RetieAsync(Addressee(1), Code(3), default)).ShouldBe(CodeTieOutcome.Tied);
        (await space.FindCodeAsync(Addressee(1))).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public async Task Later_replica_takes_the_place_of_an_earlier_one_and_never_the_other_way()
    {
        BodySpace space = Open(_store, City);
        (await space.PutAsync([Replica(1, June, "1"), Replica(2, June, "2")])).ShouldBe(2);
        (await space.PutAsync([Replica(1, June.AddDays(-1), "0"), Replica(2, June.AddDays(1), "3")])).ShouldBe(1);
        (await space.FindReplicaAsync(Addressee(1), Income))!.Payload.Items[0].Value.ShouldBe("1");
        Replica later = (await space.FindReplicaAsync(Addressee(2), Income))!;
        (later.Payload.Items[0].Value, later.AsOf, later.NeedsRelease, later.IsUndisclosed).ShouldBe(("3", June.AddDays(1), false, false));
    }

    [Fact]
    public async Task Marks_come_back_and_a_removed_replica_is_gone()
    {
        BodySpace space = Open(_store, City);
        await space.PutAsync([Replica(1, June) with { NeedsRelease = true }, Replica(2, June) with { IsUndisclosed = true }]);
        (await space.FindReplicaAsync(Addressee(1), Income))!.NeedsRelease.ShouldBeTrue();
        (await space.FindReplicaAsync(Addressee(2), Income))!.IsUndisclosed.ShouldBeTrue();
        (await space.RemoveReplicaAsync(Addressee(1), Income)).ShouldBeTrue();
        (await space.RemoveReplicaAsync(Addressee(1), Income)).ShouldBeFalse();
        (await space.FindReplicaAsync(Addressee(1), Income)).ShouldBeNull();
    }

    [Fact]
    public async Task No_body_finds_what_another_laid_into_the_same_store()
    {
        BodySpace city = Open(_store, City);
        await city.TieAsync(Addressee(1), Code(1));
        await city.PutAsync([Replica(1, June)]);
        foreach (BodySpace other in new[] { Open(_store, Town), Open(_store, Town, key: 2), Open(_store, City, key: 2) })
        {
            (await other.FindCodeAsync(Addressee(1))).IsEmpty.ShouldBeTrue();
            (await other.FindAddresseeAsync(Code(1))).IsEmpty.ShouldBeTrue();
            (await other.FindReplicaAsync(Addressee(1), Income)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Stolen_rows_show_nothing_and_open_nowhere_else()
    {
        await Open(_store, City).PutAsync([Replica(1, June, "marker-of-income")]);
        BodyRow stolen = (await _store.ListAsync(City, BodyTable.Replica, null, 10)).ShouldHaveSingleItem();
        Encoding.UTF8.GetString(stolen.Sealed.Span).ShouldNotContain("marker");
        Encoding.UTF8.GetString(stolen.Sealed.Span).ShouldNotContain("income");

        using BodyCipher town = Cipher(Town);
        using BodyCipher city = Cipher(City);
        Should.Throw<CryptographicException>(() => town.Open(stolen));
        Should.Throw<CryptographicException>(() => city.Open(stolen with { Key = stolen.Key with { Tag = stolen.Key.Tag + 1 } }));
        Should.Throw<CryptographicException>(() => city.Open(stolen with { Version = stolen.Version + 1 }));
        Should.Throw<CryptographicException>(() => city.Open(stolen with { Sealed = stolen.Sealed[..20] }));
        city.Open(stolen).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Row_that_was_moved_to_another_person_is_refused()
    {
        BodySpace city = Open(_store, City);
        await city.PutAsync([Replica(1, June, "1"), Replica(2, June, "2")]);
        IReadOnlyList<BodyRow> rows = await _store.ListAsync(City, BodyTable.Replica, null, 10);
        (await _store.TryExchangeAsync(City, [rows[0].Key], [rows[1] with { Key = rows[0].Key }])).ShouldBeTrue();
        Exception[] refused = [await Record.ExceptionAsync(async () => await city.FindReplicaAsync(Addressee(1), Income)), await Record.ExceptionAsync(async () => await city.FindReplicaAsync(Addressee(2), Income))];
        refused.OfType<CryptographicException>().Count().ShouldBe(1);
    }

    [Fact]
    public void Impossible_arguments_are_refused_without_the_number()
    {
        Should.Throw<ArgumentException>(() => new AddresseeNumber(-1));
        Should.Throw<ArgumentException>(() => new AddresseeNumber(1_234_567_890_123_456)).Message.ShouldNotContain("123456");
        Should.Throw<ArgumentException>(() => new BodyCipher(City, new byte[31]));
        Should.Throw<ArgumentException>(() => new BodyCipher(default, new byte[32]));
        Should.Throw<ArgumentException>(async () => await Open(_store, City).TieAsync(default, Code(1)));
        Should.Throw<ArgumentException>(async () => await Open(_store, City).TieAsync(Addressee(1), default));
        Should.Throw<InvalidOperationException>(() => default(AddresseeNumber).Reveal());
        new AddresseeNumber(12).ToString().ShouldNotContain("1");
    }

    [Fact]
    public void Disposed_cipher_opens_nothing()
    {
        BodyCipher cipher = Cipher(City);
        cipher.Dispose();
        Should.Throw<ObjectDisposedException>(async () => await new BodySpace(_store, cipher).FindAddresseeAsync(Code(1)));
    }
}
