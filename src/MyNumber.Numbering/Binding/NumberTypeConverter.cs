using System.ComponentModel;
using System.Globalization;

namespace MyNumber.Numbering.Binding;

/// <summary>Converts a number from and to text for configuration, MVC model binding and designers.</summary>
/// <remarks>Reading is strict; guarded numbers become their mask. Stateless and thread safe.</remarks>
/// <typeparam name="T">The number.</typeparam>
public sealed class NumberTypeConverter<T> : TypeConverter
    where T : struct, IParsable<T>, IFormattable
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    /// <exception cref="FormatException">The text is no such number; the text is not in the message.</exception>
    /// <exception cref="NotSupportedException">The value is no text.</exception>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? T.Parse(text, CultureInfo.InvariantCulture) : base.ConvertFrom(context, culture, value);

    /// <inheritdoc/>
    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        value is T number && destinationType == typeof(string)
            ? number.ToString(null, CultureInfo.InvariantCulture)
            : base.ConvertTo(context, culture, value, destinationType);
}
