using System.Diagnostics;
using System.Reflection;

namespace MyNumber.Cli.Links;

/// <summary>How an assembly was built.</summary>
internal static class Builds
{
    /// <summary>Whether the compiler was asked for fast code; without it a measurement says nothing.</summary>
    public static bool IsOptimized(Assembly assembly) => assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };
}
