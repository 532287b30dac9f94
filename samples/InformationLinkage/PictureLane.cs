namespace InformationLinkage;

/// <summary>A lane of the picture.</summary>
/// <param name="Name">What stands above and below it.</param>
/// <param name="Fill">The colour of its heads: the core, the bodies of the network and those outside of it differ.</param>
internal readonly record struct PictureLane(string Name, string Fill)
{
    /// <summary>Who is no body of the network: the person, and the residents' network.</summary>
    public static PictureLane Outside(string name) => new(name, "#f3eefa");

    /// <summary>The core.</summary>
    public static PictureLane Middle(string name) => new(name, "#ffe9c7");

    /// <summary>A body.</summary>
    public static PictureLane Body(string name) => new(name, "#eef2f7");
}
