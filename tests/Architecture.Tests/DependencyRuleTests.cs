using MyNumber.TestKit;

namespace MyNumber.Architecture.Tests;

/// <summary>The build itself refuses: a bare project that only imports the rule is enough to see it.</summary>
public sealed class DependencyRuleTests
{
    [SkippableTheory]
    [InlineData("Jpki from Card", "MyNumber.Card", """<ProjectReference Include="../MyNumber.Jpki/MyNumber.Jpki.csproj" />""", "project MyNumber.Jpki")]
    [InlineData("Card from Jpki", "MyNumber.Jpki", """<ProjectReference Include="../MyNumber.Card/MyNumber.Card.csproj" />""", "project MyNumber.Card")]
    [InlineData("a package", "MyNumber.Jpki", """<PackageReference Include="Portable.BouncyCastle" />""", "package Portable.BouncyCastle")]
    [InlineData("a framework", "MyNumber.Jpki", """<FrameworkReference Include="Microsoft.AspNetCore.App" />""", "framework Microsoft.AspNetCore.App")]
    [InlineData("an assembly", "MyNumber.Numbering", """<Reference Include="Loose" />""", "assembly Loose")]
    [InlineData("no row", "MyNumber.Unheard", "", "has no row")]
    public void Door_that_is_not_in_the_table_fails_the_build(string row, string room, string item, string message)
    {
        ProgramOutcome outcome = Check(room, item);
        outcome.ExitCode.ShouldNotBe(0, row);
        outcome.All.ShouldContain(message, Case.Sensitive, row);
    }

    [SkippableTheory]
    [InlineData("a listed project", "MyNumber.Card", """<ProjectReference Include="../MyNumber.Numbering/MyNumber.Numbering.csproj" />""")]
    [InlineData("a listed package", "MyNumber.Cli", """<PackageReference Include="System.CommandLine" />""")]
    [InlineData("what the SDK adds itself", "MyNumber.Card", """<PackageReference Include="Some.Sdk.Pack" IsImplicitlyDefined="true" />""")]
    public void Door_in_the_table_is_open(string row, string room, string item)
    {
        ProgramOutcome outcome = Check(room, item);
        outcome.ExitCode.ShouldBe(0, $"{row}: {outcome.All}");
    }

    private static ProgramOutcome Check(string room, string item)
    {
        using TemporaryFolder folder = new();
        string project = folder.Write($"{room}.csproj", $"""
            <Project>
              <PropertyGroup><IsRoom>true</IsRoom></PropertyGroup>
              <ItemGroup>{item}</ItemGroup>
              <Import Project="{Repository.PathOf("eng", "Dependencies.targets")}" />
              <Target Name="Build" />
            </Project>
            """);
        return OutsideProgram.Require("dotnet", "dotnet-sdk-10.0").RunIn(folder.Path, "msbuild", project, "-nologo", "-nodeReuse:false", "-v:q");
    }
}
