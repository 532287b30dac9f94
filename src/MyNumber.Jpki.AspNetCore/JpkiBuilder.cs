namespace Microsoft.Extensions.DependencyInjection;

/// <summary>The builder, which is kept among the services so that a second registration is noticed.</summary>
internal sealed class JpkiBuilder(IServiceCollection services) : IJpkiBuilder
{
    public IServiceCollection Services { get; } = services;
}
