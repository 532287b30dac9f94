using System.Security.Cryptography;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Storage.Bodies;
using MyNumber.Linkage.Tests.Intermediate;
using static MyNumber.Linkage.Tests.Intermediate.Spaces;

namespace MyNumber.ContractTests.Linkage.Bodies;

/// <summary>What a body's space promises over every store.</summary>
public abstract class BodySpaceContract : HomeContract<TestDatabase>
{
    private IBodyStore _store = null!;

    [SkippableFact]
    public async Task Tie_is_found_from_both_ends_and_tied_once()
    {
        BodySpace space = Spaces.Open(_store, City);
        (await space.TieAsync(Addressee(1), Code(1))).ShouldBe(CodeTieOutcome.Tied);
        (await space.TieAsync(Addressee(1), Code(1))).ShouldBe(CodeTieOutcome.AlreadyTied);
        (await space.TieAsync(Addressee(2), Code(1))).ShouldBe(CodeTieOutcome.CodeIsTaken);
        (await space.TieAsync(Addressee(1), Code(2))).ShouldBe(CodeTieOutcome.AddresseeHasCode);
        (await space.FindCodeAsync(Addressee(1))).ShouldBe(Code(1));
        (await space.FindAddresseeAsync(Code(1))).ShouldBe(Addressee(1));
        (await space.FindCodeAsync(Addressee(2))).IsEmpty.ShouldBeTrue();
        (await space.FindAddresseeAsync(Code(2))).IsEmpty.ShouldBeTrue();
    }

    [SkippableFact]
    public async Task Superseded_code_gives_way_to_the_new_one()
    {
        BodySpace space = Spaces.Open(_store, City);
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

    [SkippableFact]
    public async Task Later_replica_takes_the_place_of_an_earlier_one_and_never_the_other_way()
    {
        BodySpace space = Spaces.Open(_store, City);
        (await space.PutAsync([Replica(1, June, "1"), Replica(2, June, "2")])).ShouldBe(2);
        (await space.PutAsync([Replica(1, June.AddDays(-1), "0"), Replica(2, June.AddDays(1), "3")])).ShouldBe(1);
        (await space.FindReplicaAsync(Addressee(1), Income))!.Payload.Items[0].Value.ShouldBe("1");
        Replica later = (await space.FindReplicaAsync(Addressee(2), Income))!;
        (later.Payload.Items[0].Value, later.AsOf, later.NeedsRelease, later.IsUndisclosed).ShouldBe(("3", June.AddDays(1), false, false));
    }

    [SkippableFact]
    public async Task Marks_come_back_and_a_removed_replica_is_gone()
    {
        BodySpace space = Spaces.Open(_store, City);
        await space.PutAsync([Replica(1, June) with { NeedsRelease = true }, Replica(2, June) with { IsUndisclosed = true }]);
        (await space.FindReplicaAsync(Addressee(1), Income))!.NeedsRelease.ShouldBeTrue();
        (await space.FindReplicaAsync(Addressee(2), Income))!.IsUndisclosed.ShouldBeTrue();
        (await space.RemoveReplicaAsync(Addressee(1), Income)).ShouldBeTrue();
        (await space.RemoveReplicaAsync(Addressee(1), Income)).ShouldBeFalse();
        (await space.FindReplicaAsync(Addressee(1), Income)).ShouldBeNull();
    }

    [SkippableFact]
    public async Task No_body_finds_what_another_laid_into_the_same_store()
    {
        BodySpace city = Spaces.Open(_store, City);
        await city.TieAsync(Addressee(1), Code(1));
        await city.PutAsync([Replica(1, June)]);
        foreach (BodySpace other in new[] { Spaces.Open(_store, Town), Spaces.Open(_store, Town, key: 2), Spaces.Open(_store, City, key: 2) })
        {
            (await other.FindCodeAsync(Addressee(1))).IsEmpty.ShouldBeTrue();
            (await other.FindAddresseeAsync(Code(1))).IsEmpty.ShouldBeTrue();
            (await other.FindReplicaAsync(Addressee(1), Income)).ShouldBeNull();
        }
    }

    [SkippableFact]
    public async Task Row_that_was_moved_to_another_person_is_refused()
    {
        BodySpace city = Spaces.Open(_store, City);
        await city.PutAsync([Replica(1, June, "1"), Replica(2, June, "2")]);
        IReadOnlyList<BodyRow> rows = await _store.ListAsync(City, BodyTable.Replica, null, 10);
        (await _store.TryExchangeAsync(City, [rows[0].Key], [rows[1] with { Key = rows[0].Key }])).ShouldBeTrue();
        Exception[] refused = [await Xunit.Record.ExceptionAsync(async () => await city.FindReplicaAsync(Addressee(1), Income)), await Xunit.Record.ExceptionAsync(async () => await city.FindReplicaAsync(Addressee(2), Income))];
        refused.OfType<CryptographicException>().Count().ShouldBe(1);
    }

    protected override void Open() => _store = Home is null ? new InMemoryBodyStore() : new SqlBodyStore(Home.Source, Home.Dialect);
}
