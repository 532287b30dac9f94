using System.Security.Cryptography;
using MyNumber.Linkage.Addressees;
using MyNumber.Linkage.Intermediate;
using MyNumber.Linkage.Tests.Core;
using static MyNumber.Linkage.Tests.Intermediate.Spaces;

namespace MyNumber.Linkage.Tests.Addressees;

public sealed class AddresseeRowTests
{
    [Theory]
    [InlineData("from individual number to addressee", BodyTable.AddresseeByNumber)]
    [InlineData("from addressee to individual number", BodyTable.NumberByAddressee)]
    public async Task Row_of_the_book_is_opened_by_its_own_key_alone(string row, BodyTable table)
    {
        InMemoryBodyStore store = new();
        using RandomNumberGenerator random = RandomNumberGenerator.Create();
        using BodyCipher right = Cipher(City);
        await new AddresseeBook(store, right, random).GetOrAddAsync(People.Number(1));
        BodyRow kept = (await store.ListAsync(City, table, null, 9)).ShouldHaveSingleItem(row);
        right.Open(kept).ShouldNotBeEmpty(row);
        foreach (BodyCipher wrong in new[] { Cipher(City, key: 2), Cipher(Town) })
        {
            Should.Throw<CryptographicException>(() => wrong.Open(kept), row);
            wrong.Dispose();
        }
    }
}
