namespace MyNumber.PackageTests;

/// <summary>One feed for all tests, and one test after the other: each starts compilers.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<Feed>
{
    public const string Name = "packages";
}
