using System.Security.Cryptography;
using System.Text;
using MyNumber.Linkage.Intermediate;
using static MyNumber.Linkage.Tests.Intermediate.Spaces;

namespace MyNumber.Linkage.Tests.Intermediate;

public sealed class BodySpaceTests
{
    private readonly InMemoryBodyStore _store = new();

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
