"""House style: a paper in the styles and on the sheets of an organisation's own template."""
