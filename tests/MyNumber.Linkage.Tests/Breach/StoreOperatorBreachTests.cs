using System.Security.Cryptography;
using MyNumber.Linkage.Agencies;
using MyNumber.Linkage.Intermediate;
using MyNumber.Testing.Linkage;

namespace MyNumber.Linkage.Tests.Breach;

/// <summary>Who runs the shared store: every row, no key.</summary>
public sealed class StoreOperatorBreachTests : BreachTests
{
    [Fact]
    public async Task No_row_shows_a_code_an_addressee_a_value_or_a_notice()
    {
        await World.LoginAsync(0);
        await World.AskTaxAsync(0);
        await World.NotifyAsync(0);
        (bool code, bool addressee, bool value, bool notice) seen = default;
        foreach (AgencyId body in World.Lab.Network.Bodies)
        {
            byte[] codeBytes = BreachWorld.BytesOf(await World.CodeAsync(body, 0));
            byte[] number = ChildAllowance.Addressee(body, 0).ToBytes();
            foreach (BodyRow row in await World.RowsOfAsync(body))
            {
                row.Sealed.Span.IndexOf(codeBytes).ShouldBe(-1);
                row.Sealed.Span.IndexOf(number).ShouldBe(-1);
                Shows(row.Sealed.ToArray(), "income of 0").ShouldBeFalse();
                Shows(row.Sealed.ToArray(), BreachWorld.Secret).ShouldBeFalse();
                byte[] clear = World.Lab[body].Parts.Cipher.Open(row);
                seen = (seen.code || clear.AsSpan().IndexOf(codeBytes) >= 0, seen.addressee || clear.AsSpan().IndexOf(number) >= 0,
                    seen.value || Shows(clear, "income of 0"), seen.notice || Shows(clear, BreachWorld.Secret));
            }
        }

        seen.ShouldBe((true, true, true, true));
    }

    [Fact]
    public async Task Places_of_one_person_at_two_bodies_are_not_alike()
    {
        UInt128[] tags = [];
        foreach (AgencyId body in World.Lab.Network.Bodies)
        {
            tags = [.. tags, .. (await World.RowsOfAsync(body)).Select(row => row.Key.Tag)];
        }

        tags.Distinct().Count().ShouldBe(tags.Length);
        tags.SelectMany(tag => new[] { (ulong)(tag >> 64), (ulong)(tag & ulong.MaxValue) }).Distinct().Count().ShouldBe(2 * tags.Length);
    }

    [Fact]
    public async Task Exchanged_and_changed_rows_are_refused_and_the_right_ones_open()
    {
        BodyRow[] rows = [.. (await World.RowsOfAsync(ChildAllowance.TaxCity)).Where(row => row.Key.Table == BodyTable.Replica)];
        AddresseeNumber[] people = [.. Enumerable.Range(0, 3).Select(person => ChildAllowance.Addressee(ChildAllowance.TaxCity, person))];
        byte[] bent = rows[0].Sealed.ToArray();
        bent[^1] ^= 1;
        BodyRow[][] frauds =
        [
            [rows[0] with { Sealed = rows[1].Sealed }, rows[1] with { Sealed = rows[2].Sealed }, rows[2] with { Sealed = rows[0].Sealed }],
            [rows[0] with { Version = rows[0].Version + 1 }, rows[1] with { Version = rows[1].Version - 1 }, rows[2] with { Version = 0 }],
            [rows[0] with { Sealed = bent }, rows[1] with { Sealed = new byte[8] }, rows[2] with { Sealed = ReadOnlyMemory<byte>.Empty }],
        ];
        foreach (BodyRow[] fraud in frauds)
        {
            (await World.Shared.TryExchangeAsync(ChildAllowance.TaxCity, [.. rows.Select(row => row.Key)], fraud)).ShouldBeTrue();
            foreach (AddresseeNumber person in people)
            {
                await Should.ThrowAsync<CryptographicException>(async () => await World.TaxCity.Space.FindReplicaAsync(person, ChildAllowance.LocalTax));
            }
        }

        (await World.Shared.TryExchangeAsync(ChildAllowance.TaxCity, [.. rows.Select(row => row.Key)], rows)).ShouldBeTrue();
        foreach (AddresseeNumber person in people)
        {
            (await World.TaxCity.Space.FindReplicaAsync(person, ChildAllowance.LocalTax)).ShouldNotBeNull();
        }
    }
}
