using System.Text;
using MyNumber.Linkage.Merkle;

namespace MyNumber.Linkage.Tests.Merkle;

/// <summary>Hashes and roots that the certificate transparency projects publish for RFC 6962 and RFC 9162.</summary>
public sealed class KnownAnswerTests
{
    private static readonly string[] _leaves =
        ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] _roots =
    [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    public static IEnumerable<object[]> Sizes => Enumerable.Range(0, 9).Select(size => new object[] { $"{size} leaves", size });

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Root_of_the_standard_leaves_is_the_published_one(string description, int size)
    {
        MerkleLog log = new();
        foreach (string leaf in _leaves[..size])
        {
            log.Append(Convert.FromHexString(leaf));
        }

        log.Root.ToString().ShouldBe(_roots[size], description);
    }

    [Fact]
    public void Roots_of_all_earlier_sizes_stay()
    {
        MerkleLog log = new();
        Array.ForEach(_leaves, leaf => log.Append(Convert.FromHexString(leaf)));
        Enumerable.Range(0, 9).Select(size => log.RootAt(size).ToString()).ShouldBe(_roots);
    }

    [Fact]
    public void Leaf_node_and_empty_root_are_the_published_ones()
    {
        MerkleHash.Leaf(Encoding.ASCII.GetBytes("L123456")).ToString()
            .ShouldBe("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
        ReferenceNode("N123", "N456").ShouldBe("aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb");
        MerkleHash.Empty.ToString().ShouldBe(_roots[0]);
    }

    /// <summary>The published node has children of four bytes, which are no digests; the prefix and the order are what is shown.</summary>
    private static string ReferenceNode(string left, string right) =>
        MerkleHash.Hash([MerkleHash.NodePrefix, .. Encoding.ASCII.GetBytes(left), .. Encoding.ASCII.GetBytes(right)]).ToString();
}
